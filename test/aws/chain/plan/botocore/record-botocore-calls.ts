import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { findBotocore } from "./find-botocore";

/** Two shared files, as text, and the profile whose credentials botocore is asked for. */
export interface BotocoreCase {
  /** Unlike that of all other cases. */
  readonly id: string;
  readonly config: string;
  /** Null where the file does not exist. */
  readonly credentials: string | null;
  /** Null asks for no credentials, only for what botocore reads in the files. */
  readonly profile: string | null;
}

const NULLABLE_TEXT = v.nullable(v.string());

const STS_CALL = v.strictObject({
  action: v.string(),
  /** The access key id of the signature; null for a call that takes a web identity instead. */
  signedBy: NULLABLE_TEXT,
  withSessionToken: v.boolean(),
  /** The region of the signature, which is not that of the host where botocore calls the global endpoint. */
  region: NULLABLE_TEXT,
  host: v.string(),
  roleArn: NULLABLE_TEXT,
  /** Null where botocore made up a name. */
  roleSessionName: NULLABLE_TEXT,
  externalId: NULLABLE_TEXT,
  durationSeconds: v.nullable(v.number()),
  serialNumber: NULLABLE_TEXT,
  tokenCode: NULLABLE_TEXT,
  otherParameters: v.record(v.string(), v.string()),
});

const SETTINGS = v.record(v.string(), v.union([v.string(), v.record(v.string(), v.string())]));

/** Pairs, as valibot leaves names such as `constructor` out of records. */
const PROFILES = v.pipe(
  v.array(v.tuple([v.string(), SETTINGS])),
  v.transform((pairs) => new Map(pairs)),
);

const RECORDING = v.strictObject({
  id: v.string(),
  /** As sent, in their order. Null stands for a parameter that was not sent. */
  calls: v.array(STS_CALL),
  /** The devices whose codes were asked for, in the order of the prompts, which is not that of the calls. */
  mfaPrompts: v.array(v.string()),
  /** Requests to anything but STS, all of which failed. */
  otherRequests: v.array(v.string()),
  /**
   * What the credentials are that botocore ends with; JSON where the files have a nested block in its place. With
   * neither this nor an error, it found none.
   */
  accessKeyId: v.optional(v.string()),
  /** Python's name of the exception and its text; the files are called `<config>` and `<credentials>` in it. */
  error: v.optional(v.strictObject({ type: v.string(), message: v.string() })),
  /** By name, only for a case without a profile. Values that are records are nested settings. */
  profiles: v.optional(PROFILES),
});

/** One request to STS, as botocore would have sent it. */
export type BotocoreStsCall = v.InferOutput<typeof STS_CALL>;

/** What botocore did for one case. */
export type BotocoreRecording = v.InferOutput<typeof RECORDING>;

/** A case and what botocore did for it. */
export interface RecordedCase<Case extends BotocoreCase> {
  readonly given: Case;
  readonly recorded: BotocoreRecording;
}

/** The code that every MFA prompt of botocore is answered with. */
export const RECORDED_MFA_CODE = "123456";

const SCRIPT = fileURLToPath(new URL("record_calls.py", import.meta.url));
/** More would not be faster: one process takes about 10 ms for a case. */
const LARGEST_NUMBER_OF_PROCESSES = 4;
/** Below this, starting Python takes longer than the cases. */
const CASES_WORTH_A_PROCESS = 50;

/** The access key id that botocore is given by its nth call of a case, counted from 1: later calls are signed by it. */
export function accessKeyIdOfCall(number: number): string {
  return `ASIACALL${String(number).padStart(12, "0")}`;
}

/**
 * Lets botocore resolve each case and records the STS calls it makes, in the order of the cases. Nothing is sent.
 * Commands of `credential_process` are really run.
 *
 * @throws Error where botocore is missing (see `isBotocoreMissing`) or the recorder itself fails; what botocore raises
 *   for a case is part of its recording.
 */
export async function recordBotocoreCalls<Case extends BotocoreCase>(
  cases: readonly Case[],
): Promise<readonly RecordedCase<Case>[]> {
  const botocore = findBotocore();
  if (!botocore) throw new Error("No python3 can import botocore (Debian package: python3-botocore).");

  const processes = Math.min(
    LARGEST_NUMBER_OF_PROCESSES,
    availableParallelism(),
    Math.ceil(cases.length / CASES_WORTH_A_PROCESS),
  );
  const share = Math.ceil(cases.length / processes);
  const shares = Array.from({ length: processes }, (_, process) => cases.slice(process * share, (process + 1) * share));
  const lines = (await Promise.all(shares.map((some) => runRecorder(botocore.python, some)))).flat();

  const recordings = new Map(
    lines.map((line) => v.parse(RECORDING, JSON.parse(line))).map((recording) => [recording.id, recording]),
  );
  return cases.map((given) => {
    const recorded = recordings.get(given.id);
    if (!recorded) throw new Error(`The recorder left out the case ${given.id}.`);
    return { given, recorded };
  });
}

/** One line of JSON per case. */
async function runRecorder(python: string, cases: readonly BotocoreCase[]): Promise<string[]> {
  const child = spawn(python, [SCRIPT], {
    // The files are read as UTF-8 on any machine.
    env: { ...process.env, PYTHONUTF8: "1" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A recorder that fails early says why on stderr; the pipe that breaks then says less.
  child.stdin.on("error", () => {});
  child.stdin.end(cases.map(asLine).join(""));
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  if (exitCode !== 0) throw new Error(`The recorder of botocore's calls failed:\n${stderr}`);
  return stdout.split("\n").filter((line) => line !== "");
}

function asLine({ id, config, credentials, profile }: BotocoreCase): string {
  return `${JSON.stringify({ id, config, credentials, profile })}\n`;
}
