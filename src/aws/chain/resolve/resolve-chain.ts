import { type AccessKey, type Credentials } from "../../credentials";
import { ProblemError } from "../../problem";
import { readFileKey } from "../../sources/file-key";
import { type KeyStore } from "../../sources/key-store";
import { readProcessKey } from "../../sources/process-key";
import { type RunCommand } from "../../sources/run-command";
import { readStoredKey } from "../../sources/stored-key";
import { type SharedConfig } from "../../shared-config/shared-config";
import { type MfaCode, type Sts, StsError } from "../../sts/sts";
import { type ChainPlan, type Hop, ROLE_DEFAULT_SECONDS } from "../plan/chain-plan";
import { chainState } from "./chain-state";
import { withMfaProcess } from "./mfa-process";
import { type MfaPrompt } from "./mfa-prompt";
import { chained } from "../plan/role-hop";
import { sessionKeys } from "./session-key";
import { type SessionStore } from "./session-store";
import { stsProblem } from "./sts-problem";
import { unsupportedSource } from "../plan/unsupported-source";

/** What resolving needs of the world. */
export interface ResolvePorts {
  /** The config that the plan was made from; keys in the shared files come from it. */
  readonly config: SharedConfig;
  readonly keyStore: KeyStore;
  readonly sessions: SessionStore;
  readonly mfaPrompt: MfaPrompt;
  /** Made with the plan's region and network settings. */
  readonly sts: Sts;
  /** Runs `credential_process` and `mfa_process`. */
  readonly runCommand: RunCommand;
  readonly now: () => Date;
  /** Hears of every hop as its call is made. */
  readonly onHop?: (hop: Hop) => void;
}

/** Which stored sessions may be used again; what is made is stored in any case. */
export type Reuse = "everything" | "user-session" | "nothing";

/**
 * Carries a plan out: from the last session that can be reused, hop by hop, to the credentials of the profile.
 *
 * Every session is stored as soon as it is made, so that a hop that fails costs nothing that came before it. The key
 * is read before a code is asked for: a user without a key is told so instead of typing a code in vain.
 *
 * @throws ProblemError naming profile, hop and remedy; {@link CodeCancelled} where the user gives up
 */
export async function resolveChain(
  plan: ChainPlan,
  ports: ResolvePorts,
  reuse: Reuse = "everything",
): Promise<Credentials> {
  const keys = sessionKeys(plan);
  const mayReuse = (index: number): boolean => reuse === "everything" || plan.hops[index]?.kind === reuse;
  const stored = await Promise.all(keys.map((key, index) => (mayReuse(index) ? ports.sessions.read(key) : undefined)));
  const { reusable } = chainState(plan, stored, ports.now());

  if (reusable) return makeHops(plan, keys, reusable.session.credentials, reusable.hops, ports);
  const key = await readSource(plan, ports);
  // What a command printed may turn out to be a session, which has no device and gives a role an hour at most.
  const fitting = key.sessionToken ? { ...plan, hops: plan.hops.flatMap(assumedBySession) } : plan;
  return makeHops(fitting, keys, key, 0, ports);
}

/** Makes the hops of a plan from one of them on, each signed with what the one before it gave. */
async function makeHops(
  plan: ChainPlan,
  keys: readonly string[],
  first: SourceKey,
  from: number,
  ports: ResolvePorts,
): Promise<Credentials> {
  let signer = first;
  for (const [index, hop] of plan.hops.entries()) {
    const key = keys[index];
    if (key === undefined || index < from) continue;
    signer = await makeHop({ hop, key, signer, plan }, ports);
  }
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = signer;
  if (!sessionToken) throw new Error("A plan that starts from a long-term key has at least one hop.");
  return { accessKeyId, secretAccessKey, sessionToken, expiration };
}

function assumedBySession(hop: Hop): readonly Hop[] {
  return hop.kind === "role" ? [{ ...chained(hop), device: undefined }] : [];
}

/** A key with the time it ends, where that is known. */
type SourceKey = AccessKey & { readonly expiration?: Date | undefined };

function readSource(
  plan: ChainPlan,
  { keyStore, config, runCommand, now }: ResolvePorts,
): Promise<SourceKey> | SourceKey {
  const { source } = plan;
  switch (source.kind) {
    case "process":
      return readProcessKey(source, plan, runCommand, now);
    case "stored-key":
      return readStoredKey(source, plan, keyStore);
    case "file-key":
      return readFileKey(source, config);
    default:
      throw new ProblemError(unsupportedSource(source, plan.profile));
  }
}

interface HopCall {
  readonly hop: Hop;
  /** The session store's key for what the hop makes. */
  readonly key: string;
  readonly signer: AccessKey;
  readonly plan: ChainPlan;
}

function makeHop(call: HopCall, ports: ResolvePorts): Promise<Credentials> {
  const { device } = call.hop;
  if (!device) return callSts(call, undefined, ports);
  return withMfaProcess(ports.mfaPrompt, ports.runCommand).redeemCode({ device, plan: call.plan }, (code) =>
    callSts(call, { serial: device.serial, code }, ports),
  );
}

/** Stores the session at once: a code is spent even where its user has left the prompt meanwhile. */
async function callSts(call: HopCall, mfa: MfaCode | undefined, ports: ResolvePorts): Promise<Credentials> {
  const { hop, key, plan } = call;
  ports.onHop?.(hop);
  try {
    const credentials = await askSts(call, mfa, ports);
    await ports.sessions.write(key, { credentials, sourceProfile: plan.source.profile });
    return credentials;
  } catch (error) {
    throw error instanceof StsError ? new ProblemError(stsProblem(error.failure, hop, plan)) : error;
  }
}

function askSts({ hop, signer }: HopCall, mfa: MfaCode | undefined, { sts, now }: ResolvePorts): Promise<Credentials> {
  const { durationSeconds } = hop;
  if (hop.kind === "user-session") return sts.getSessionToken({ signer, durationSeconds, mfa });
  return sts.assumeRole({
    signer,
    // AWS documents that sign-in refuses a chained session whose duration was asked for, so the default is left unsaid.
    durationSeconds: durationSeconds === ROLE_DEFAULT_SECONDS ? undefined : durationSeconds,
    mfa,
    roleArn: hop.role.arn,
    sessionName: hop.sessionName ?? defaultSessionName(now()),
    externalId: hop.externalId,
    tags: hop.tags,
    transitiveTagKeys: hop.transitiveTagKeys,
    sourceIdentity: hop.sourceIdentity,
  });
}

/** As the AWS CLI and SDKs do it: who made the session, and when, in whole seconds. */
function defaultSessionName(now: Date): string {
  return `aws-role-chains-${Math.floor(now.getTime() / 1000)}`;
}
