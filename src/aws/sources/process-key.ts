import { is, literal, minLength, nullish, object, pipe, safeParse, string } from "valibot";
import { type ChainPlan, type ProcessSource } from "../chain/plan/chain-plan";
import { type AccessKey } from "../credentials";
import { ProblemError } from "../problem";
import { Secret } from "../secret";
import { type RunCommand } from "./run-command";

/** A key that a command printed, which may be a user's own or a session. */
export interface PrintedKey extends AccessKey {
  /** Absent where the command does not say. */
  readonly expiration: Date | undefined;
}

const Text = pipe(string(), minLength(1));
/** Some tools print `null` for what they do not have, which the AWS CLI takes. */
const Output = object({
  AccessKeyId: Text,
  SecretAccessKey: Text,
  SessionToken: nullish(string()),
  Expiration: nullish(string()),
});

/**
 * Runs a `credential_process` and reads the key that it prints (AWS SDKs and Tools Reference Guide, "Process credential
 * provider": JSON with `Version` 1).
 *
 * @param plan the chain that needs the key, for the message
 * @throws ProblemError `process-failed` with the command's own complaint, or with what is wrong with its output
 */
export async function readProcessKey(
  source: ProcessSource,
  plan: ChainPlan,
  runCommand: RunCommand,
  now: () => Date,
): Promise<PrintedKey> {
  const fail = (reason: string): ProblemError => {
    const { profile: owner, file, line } = source;
    return new ProblemError({ kind: "process-failed", profile: plan.profile, source: owner, reason, file, line });
  };

  const outcome = await runCommand(source.command);
  if (outcome.kind === "failed") throw fail(outcome.reason);
  const printed = parseJson(outcome.output);
  if (!is(object({}), printed)) throw fail("it printed no JSON");
  if (!is(object({ Version: literal(1) }), printed)) throw fail("the Version it printed is not 1");
  const parsed = safeParse(Output, printed);
  if (!parsed.success) throw fail("it printed no AccessKeyId with its SecretAccessKey");

  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = parsed.output;
  const expiration = Expiration ? new Date(Expiration) : undefined;
  if (expiration && Number.isNaN(expiration.getTime())) throw fail("the Expiration it printed is no date");
  if (expiration && expiration <= now()) throw fail("the key it printed has expired");
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: new Secret(SecretAccessKey),
    ...(SessionToken && { sessionToken: new Secret(SessionToken) }),
    expiration,
  };
}

/** Nothing where the text is no JSON; the parser's own message would quote it. */
function parseJson(text: Secret): unknown {
  try {
    return JSON.parse(text.reveal());
  } catch {
    return undefined;
  }
}
