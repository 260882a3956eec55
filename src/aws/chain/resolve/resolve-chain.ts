import { type AccessKey, type Credentials } from "../../credentials";
import { isProblem, ProblemError } from "../../problem";
import { readSource, type SourceKey, type SourcePorts } from "../../sources/read-source";
import { type Sts } from "../../sts/sts";
import { type ChainPlan } from "../plan/chain-plan";
import { chained } from "../plan/role-hop";
import { callHop, type HopPorts } from "./call-hop";
import { type Resolution, type ResolutionNote } from "./resolution";
import { type KeyedHop, keyedHops } from "./session-key";
import { isUsable, type Session, type SessionStore } from "./session-store";
import { type Patience, PATIENCE_MS, type SingleFlight } from "./single-flight";

/** What resolving needs of the world. */
export interface ResolvePorts extends HopPorts, SourcePorts {
  readonly sessions: SessionStore;
  /** The same for everything that resolves in this process. */
  readonly flights: SingleFlight;
}

export interface ResolveOptions {
  /** Makes every session of the chain anew, whatever is stored. */
  readonly isFresh?: boolean;
  /** Stored credentials that AWS no longer takes: what they belong to is made anew. */
  readonly refused?: Credentials;
}

/** Clocks that differ by less are nobody's concern: AWS allows 15 minutes. */
const REPORTED_SKEW_MS = 5 * 60_000;

/**
 * Carries a plan out: from the last session that can be reused, hop by hop, to the credentials of the profile.
 *
 * Every session is stored as soon as it is made, so that a hop that fails costs nothing that came before it, and is made
 * once, however many chains that run at the same time want it. The key is read before a code is asked for: a user without
 * a key is told so instead of typing a code in vain. A stored session that AWS no longer takes is made anew.
 *
 * @throws ProblemError naming profile, hop and remedy; {@link OpeningCancelled} where the user gives up
 */
export async function resolveChain(
  plan: ChainPlan,
  ports: ResolvePorts,
  options: ResolveOptions = {},
): Promise<Resolution> {
  const chain = await startChain(plan, ports, options);
  const signer = await signerBehind(chain.last, chain);
  const { accessKeyId, secretAccessKey, sessionToken, expiration, principal } = signer;
  if (!sessionToken) throw new Error("A plan that starts from a long-term key has at least one hop.");

  const { asked, notes, made } = chain;
  const behindMs = asked?.clockBehindMs() ?? 0;
  if (Math.abs(behindMs) >= REPORTED_SKEW_MS) notes.push({ kind: "clock-corrected", behindMs });
  const isReused = plan.hops.length > 0 && !made.has(accessKeyId);
  return { credentials: { accessKeyId, secretAccessKey, sessionToken, expiration, principal }, isReused, notes };
}

/** A hop with those that are made before it. */
interface Step extends KeyedHop {
  readonly before: Step | undefined;
}

/** A chain on its way. */
interface Chain {
  readonly plan: ChainPlan;
  readonly ports: ResolvePorts;
  readonly last: Step | undefined;
  /** Access key ids of stored sessions that are not to be used: AWS refused them, or new ones are wanted. */
  readonly distrusted: Set<string>;
  /** Access key ids of the sessions that this chain has made itself. */
  readonly made: Set<string>;
  /** Access key ids of the sessions that are in no store: printed by a command, or the storage did not take them. */
  readonly unstored: Set<string>;
  readonly notes: ResolutionNote[];
  /** How long other commands are waited for, with all hops together. */
  readonly patience: Patience;
  readonly onWait: () => void;
  /** Where STS is asked. */
  region: string;
  /** The one that was asked last. */
  asked: Sts | undefined;
}

async function startChain(
  plan: ChainPlan,
  ports: ResolvePorts,
  { isFresh = false, refused }: ResolveOptions,
): Promise<Chain> {
  let last: Step | undefined;
  const distrusted = new Set(refused && [refused.accessKeyId]);
  const hops = keyedHops(plan);
  const patience = { leftMs: PATIENCE_MS };
  const onWait = (): void => ports.onProgress?.({ kind: "waiting-for-command" });
  const { signal } = ports;
  // What is under way may be made from what is there.
  if (isFresh)
    await ports.flights.settle(
      hops.map(({ key }) => key),
      { onWait, patience, signal },
    );
  for (const { hop, key } of hops) {
    last = { hop, key, before: last };
    if (!isFresh) continue;
    const stored = await ports.sessions.read(key).catch(() => undefined);
    if (stored) distrusted.add(stored.credentials.accessKeyId);
    // What STS refused yesterday it may allow today.
    await ports.allowedWays.remove(key).catch(() => undefined);
  }
  return {
    plan,
    ports,
    last,
    distrusted,
    made: new Set(),
    unstored: new Set(),
    notes: [],
    patience,
    onWait,
    region: plan.region,
    asked: undefined,
  };
}

/** What signs the hop behind a step: the step's session or, in front of all steps, the key of the source. */
async function signerBehind(step: Step | undefined, chain: Chain): Promise<SourceKey> {
  const { plan, ports, distrusted } = chain;
  if (!step) return readSource(plan, ports);
  const { key } = step;
  const { credentials } = await ports.flights.obtain({
    key,
    find: async () => {
      // A storage that cannot be read keeps nobody from a console.
      const session = await ports.sessions.read(key).catch(() => undefined);
      const isGood = session && isUsable(session, ports.now()) && !distrusted.has(session.credentials.accessKeyId);
      return isGood ? session : undefined;
    },
    make: () => makeSession(step, chain),
    onWait: chain.onWait,
    patience: chain.patience,
    signal: ports.signal,
  });
  return credentials;
}

async function makeSession(step: Step, chain: Chain): Promise<Session> {
  const { before } = step;
  const signer = await signerBehind(before, chain);
  chain.ports.signal?.throwIfAborted();
  try {
    return await makeHop(step, signer, chain);
  } catch (error) {
    const wasStored = before && !chain.made.has(signer.accessKeyId);
    if (!wasStored || !isProblem(error, "session-expired")) throw error;
    // Revoked, or the clock was set since.
    chain.distrusted.add(signer.accessKeyId);
    return makeHop(step, await signerBehind(before, chain), chain);
  }
}

async function makeHop(step: Step, signer: SourceKey, chain: Chain): Promise<Session> {
  const { plan, ports, notes, made, unstored } = chain;
  const { sessionToken } = signer;
  const sourceProfile = plan.source.profile;
  // What a command printed may turn out to be a session, which has no device and gives a role an hour at most.
  const isPrintedSession = !step.before && sessionToken !== undefined;
  if (isPrintedSession && step.hop.kind !== "role") {
    made.add(signer.accessKeyId);
    unstored.add(signer.accessKeyId);
    return { credentials: { ...signer, sessionToken, expiration: signer.expiration }, sourceProfile };
  }

  const hop = isPrintedSession && step.hop.kind === "role" ? { ...chained(step.hop), device: undefined } : step.hop;
  const session = (credentials: Credentials): Session => ({ credentials, sourceProfile });
  const credentials = await callHop(
    {
      plan,
      planned: step.hop,
      hop,
      key: step.key,
      signer,
      region: chain.region,
      keep: (made) => keepSession(step, signer, session(made), chain),
      onNote: (note) => {
        notes.push(note);
        if (note.kind === "region-replaced") chain.region = note.used;
      },
    },
    { ...ports, sts: async (region) => (chain.asked = await ports.sts(region)) },
  );
  made.add(credentials.accessKeyId);
  return session(credentials);
}

/**
 * What cannot be stored serves now, and has to be made again. What was made from a session that is not there any more is
 * not stored: somebody forgot it meanwhile, or replaced the key behind it.
 */
async function keepSession({ key, before }: Step, signer: AccessKey, session: Session, chain: Chain): Promise<void> {
  const { ports, notes, unstored } = chain;
  if (!before) await refuseReplacedKey(signer, chain);
  else if (!unstored.has(signer.accessKeyId) && !(await isStillStored(before, signer, ports))) return;
  const isKept = await ports.sessions.write(key, session).then(
    () => true,
    () => false,
  );
  if (!isKept) unstored.add(session.credentials.accessKeyId);
  // Told once, however many hops.
  if (!isKept && !notes.some(({ kind }) => kind === "session-not-kept")) notes.push({ kind: "session-not-kept" });
}

async function isStillStored({ key }: Step, signer: AccessKey, { sessions }: ResolvePorts): Promise<boolean> {
  const stored = await sessions.read(key).catch(() => undefined);
  return stored?.credentials.accessKeyId === signer.accessKeyId;
}

/** A session is found again by the profile of its key: one of an earlier key would open another user's accounts. */
async function refuseReplacedKey({ accessKeyId }: AccessKey, { plan, ports }: Chain): Promise<void> {
  const { profile, source } = plan;
  if (source.kind !== "stored-key") return;
  // One that does not answer now has answered before.
  const current = await ports.keyStore.read(source.profile).catch(() => ({ accessKeyId }));
  if (current?.accessKeyId !== accessKeyId) {
    throw new ProblemError({ kind: "key-replaced", profile, source: source.profile });
  }
}
