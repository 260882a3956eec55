import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Credentials } from "./sts-client";

/** How a run of the AWS CLI ended. */
export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The stock AWS CLI in a home of its own, so that no cache, config or variable of this machine reaches it. */
export class AwsCli {
  readonly #home: string;

  private constructor(home: string) {
    this.#home = home;
  }

  /** @param files Contents of the config and the credentials file. */
  static async inNewHome(files: { config?: string; credentials?: string } = {}): Promise<AwsCli> {
    const home = await mkdtemp(join(tmpdir(), "aws-double-cli-"));
    await writeFile(join(home, "config"), files.config ?? "");
    await writeFile(join(home, "credentials"), files.credentials ?? "");
    return new AwsCli(home);
  }

  /** Runs `aws` with arguments. A failing run is a result, not an error. */
  run(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<CliRun> {
    return this.#execute("aws", args, environment);
  }

  /** Runs `aws` on a terminal and answers its MFA prompts from a seed; the last line of stdout counts them. */
  runAnsweringMfa(
    seed: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
  ): Promise<CliRun> {
    const script = fileURLToPath(new URL("answer-mfa-prompts.py", import.meta.url));
    return this.#execute("python3", [script, seed, "aws", ...args], environment);
  }

  removeHome(): Promise<void> {
    return rm(this.#home, { recursive: true });
  }

  #execute(program: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<CliRun> {
    const env = {
      // Not the PATH of whoever runs the tests: a version manager's shim may stand in front of the stock CLI.
      PATH: "/usr/bin:/bin",
      HOME: this.#home,
      AWS_CONFIG_FILE: join(this.#home, "config"),
      AWS_SHARED_CREDENTIALS_FILE: join(this.#home, "credentials"),
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_EC2_METADATA_DISABLED: "true",
      // On a terminal the CLI would start a pager and wait for a key.
      AWS_PAGER: "",
      // Whatever misses the stand-in fails at once instead of leaving the machine.
      HTTPS_PROXY: "http://127.0.0.1:1",
      ...environment,
    };
    return new Promise((resolve) => {
      const child = execFile(program, args, { env }, (_error, stdout, stderr) => {
        resolve({ exitCode: child.exitCode ?? -1, stdout, stderr });
      });
      child.stdin?.end();
    });
  }
}

/** The variables that give credentials to a run. */
export function asEnvironment({ accessKeyId, secretAccessKey, sessionToken }: Credentials): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
  };
}
