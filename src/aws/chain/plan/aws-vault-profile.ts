import { parseArgs } from "node:util";

const WORD = /"([^"]*)"|'([^']*)'|(\S+)/g;
const AWS_VAULT = /(?:^|[\\/])aws-vault(?:\.exe)?$/;

/** More than aws-vault has options; taking them apart takes quadratic time. */
const MOST_ARGUMENTS = 100;

/** The options of `exec` and `export` that take a value, so that the value is not mistaken for the profile. */
const VALUE_OPTIONS = {
  backend: { type: "string" },
  duration: { type: "string", short: "d" },
  "file-dir": { type: "string" },
  format: { type: "string" },
  keychain: { type: "string" },
  "mfa-token": { type: "string", short: "t" },
  "op-connect-host": { type: "string" },
  "op-desktop-account-id": { type: "string" },
  "op-item-tag": { type: "string" },
  "op-item-title-prefix": { type: "string" },
  "op-timeout": { type: "string" },
  "op-vault-id": { type: "string" },
  "pass-cmd": { type: "string" },
  "pass-dir": { type: "string" },
  "pass-prefix": { type: "string" },
  prompt: { type: "string" },
  region: { type: "string" },
  "secret-service-collection": { type: "string" },
} as const;

/**
 * The profile whose key and MFA device a `credential_process` asks aws-vault for, or nothing for any other command.
 * `aws-vault exec NAME --json` and `aws-vault export NAME --format=json` are the two spellings aws-vault's own
 * documentation gives; the extension does the same in-process, so that neither aws-vault nor a terminal is needed.
 *
 * @example
 * awsVaultProfile("aws-vault exec demo-user --json --prompt=terminal"); // "demo-user"
 */
export function awsVaultProfile(commandLine: string): string | undefined {
  const words = [...commandLine.matchAll(WORD)].map(([, double, single, bare]) => double ?? single ?? bare ?? "");
  const [program = "", ...args] = words;
  if (!AWS_VAULT.test(program) || args.length > MOST_ARGUMENTS) return undefined;

  const { positionals } = parseArgs({ args, options: VALUE_OPTIONS, allowPositionals: true, strict: false });
  const [subcommand, profile, command] = positionals;
  // What follows the profile is a program, and its output is not aws-vault's.
  if (command !== undefined) return undefined;
  return subcommand === "exec" || subcommand === "export" ? profile : undefined;
}
