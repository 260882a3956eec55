import { type AccessKey, type Credentials } from "../credentials";
import { ProblemError } from "../problem";
import { readFileKey } from "../sources/file-key";
import { type KeyStore } from "../sources/key-store";
import { readStoredKey } from "../sources/stored-key";
import { type SharedConfig } from "../shared-config/shared-config";
import { type MfaCode, type Sts, StsError } from "../sts/sts";
import { type ChainPlan, type Hop, ROLE_DEFAULT_SECONDS } from "./chain-plan";
import { chainState } from "./chain-state";
import { type MfaPrompt } from "./mfa-prompt";
import { sessionKeys } from "./session-key";
import { type SessionStore } from "./session-store";
import { stsProblem } from "./sts-problem";
import { unsupportedSource } from "./unsupported-source";

/** What resolving needs of the world. */
export interface ResolvePorts {
  /** The config that the plan was made from; keys in the shared files come from it. */
  readonly config: SharedConfig;
  readonly keyStore: KeyStore;
  readonly sessions: SessionStore;
  readonly mfaPrompt: MfaPrompt;
  readonly sts: Sts;
  /** The endpoint that `sts` was made with, where it is not the region's own. */
  readonly stsEndpoint: string | undefined;
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
  const keys = sessionKeys(plan, ports.stsEndpoint);
  const mayReuse = (index: number): boolean => reuse === "everything" || plan.hops[index]?.kind === reuse;
  const stored = await Promise.all(keys.map((key, index) => (mayReuse(index) ? ports.sessions.read(key) : undefined)));
  const { reusable } = chainState(plan, stored, ports.now());

  let signer: AccessKey = reusable?.session.credentials ?? (await readSource(plan, ports));
  let credentials: Credentials | undefined = reusable?.session.credentials;
  for (const [index, hop] of plan.hops.entries()) {
    const key = keys[index];
    if (key === undefined || index < (reusable?.hops ?? 0)) continue;
    signer = credentials = await makeHop({ hop, key, signer, plan }, ports);
  }
  return credentials ?? temporaryCredentials(signer);
}

function readSource(plan: ChainPlan, { keyStore, config }: ResolvePorts): Promise<AccessKey> | AccessKey {
  const { source } = plan;
  switch (source.kind) {
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
  return ports.mfaPrompt.redeemCode({ device, plan: call.plan }, (code) =>
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

/** A plan without hops has a key that already is a session. */
function temporaryCredentials({ accessKeyId, secretAccessKey, sessionToken }: AccessKey): Credentials {
  if (!sessionToken) throw new Error("A plan that starts from a long-term key has at least one hop.");
  return { accessKeyId, secretAccessKey, sessionToken, expiration: undefined };
}
