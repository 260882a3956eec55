import { type AccessKey, type Credentials } from "../../credentials";
import { ProblemError } from "../../problem";
import { type MfaCode, type Sts, StsError, type StsFailure } from "../../sts/sts";
import { type ChainPlan, durationLocation, type Hop, ROLE_DEFAULT_SECONDS } from "../plan/chain-plan";
import { type AllowedWay, type AllowedWays } from "./allowed-ways";
import { federateUser } from "./federate-user";
import { redeemCode, type RedeemPorts } from "./redeem-code";
import { type ResolutionNote } from "./resolution";
import { type ResolveProgress } from "./resolve-progress";
import { isClockSkew, isDurationRefused, otherRegion, stsProblem } from "./sts-problem";

/** What calling STS for a hop needs of the world. */
export interface HopPorts extends RedeemPorts {
  /** STS in a region; throws a `ProblemError` where the way there cannot be set up. */
  readonly sts: (region: string) => Promise<Sts>;
  readonly allowedWays: AllowedWays;
  readonly onProgress?: (progress: ResolveProgress) => void;
}

/** One hop to be made. */
export interface HopCall {
  readonly plan: ChainPlan;
  /** As the plan has it: for what is said of it. */
  readonly planned: Hop;
  /** As this signer can make it. */
  readonly hop: Hop;
  /** The session store's key for what it makes. */
  readonly key: string;
  readonly signer: AccessKey;
  /** Where STS is asked. */
  readonly region: string;
  /** Keeps what the call gave, before anything else happens. */
  readonly keep: (credentials: Credentials) => Promise<void>;
  readonly onNote: (note: ResolutionNote) => void;
}

/**
 * Makes one hop with STS, asking for a code where it needs one. What STS refuses for its duration or for a region that is
 * not active is asked for once more in the way that STS allows, with a note, and in that way from the start the next
 * time; a call with a code is left to the prompt then, for its code is gone.
 *
 * @throws ProblemError naming hop, profile and cause; {@link OpeningCancelled} where the user gives up
 */
export async function callHop(call: HopCall, ports: HopPorts): Promise<Credentials> {
  const { hop, planned, plan, key, keep } = call;
  const { allowedWays, onProgress, signal, now } = ports;
  const wanted: Way = { region: call.region, durationSeconds: hop.durationSeconds };
  // Not to be remembered costs a refused call.
  let learned = await allowedWays.read(key).catch(() => undefined);
  let way = narrowed(wanted, learned, hop);
  tellDifference(wanted, way, call);
  // Before a code is asked for: nobody should type one for a call that cannot be made.
  let sts = await ports.sts(way.region);
  let isClockKnown = false;

  const send = async (mfa: MfaCode | undefined, onSending?: () => Promise<void>): Promise<Credentials> => {
    onProgress?.({ kind: "hop", hop: planned });
    for (;;) {
      signal?.throwIfAborted();
      await onSending?.();
      try {
        const credentials = await askSts(sts, call, way, mfa, now());
        // At once: a code is spent even where its user has left the prompt meanwhile.
        await keep(credentials);
        return credentials;
      } catch (error) {
        if (!(error instanceof StsError)) throw error;
        const { failure } = error;
        const problem = new ProblemError(stsProblem(failure, call, way.region));
        // The refusal has told AWS's time, by which the next call is signed.
        const isSkew = isClockSkew(failure) && !isClockKnown;
        const lesson = lessonOf(failure, way, call);
        if (!lesson && !isSkew) throw problem;
        isClockKnown ||= isSkew;
        if (lesson) {
          learned = { region: undefined, durationSeconds: undefined, ...learned, ...lesson };
          await allowedWays.write(key, learned).catch(() => undefined);
          const before = way;
          way = narrowed(way, learned, hop);
          tellDifference(before, way, call);
          sts = await ports.sts(way.region);
        }
        if (mfa) throw problem;
      }
    }
  };

  const { device } = hop;
  if (!device) return send(undefined);
  return redeemCode(
    {
      device,
      plan,
      send: (code, onSending) => send({ serial: device.serial, code }, onSending),
      connect: () => sts.connect(),
      onAsk: () => onProgress?.({ kind: "waiting-for-user", device }),
      onWait: (secondsLeft) => onProgress?.({ kind: "waiting-for-next-code", secondsLeft }),
    },
    ports,
  );
}

/** How a hop is asked for. */
interface Way {
  readonly region: string;
  readonly durationSeconds: number;
}

/** A way as far as what was learned allows it. */
function narrowed(wanted: Way, learned: AllowedWay | undefined, hop: Hop): Way {
  if (!learned) return wanted;
  const { region, durationSeconds = Infinity } = learned;
  return {
    region: region?.refused === wanted.region ? region.used : wanted.region,
    durationSeconds: hop.kind === "role" ? Math.min(wanted.durationSeconds, durationSeconds) : wanted.durationSeconds,
  };
}

/** What STS's refusal teaches of how to ask. */
function lessonOf(failure: StsFailure, way: Way, { hop, plan }: HopCall): Partial<AllowedWay> | undefined {
  if (failure.kind === "silent") return undefined;
  const used = failure.code === "RegionDisabledException" ? otherRegion(plan, way.region) : undefined;
  if (used !== undefined) return { region: { refused: way.region, used } };
  // STS does not say how much it would allow; an hour is every role's least maximum (IAM API Reference, "CreateRole").
  const isTooLong = hop.kind === "role" && isDurationRefused(failure) && way.durationSeconds > ROLE_DEFAULT_SECONDS;
  return isTooLong ? { durationSeconds: ROLE_DEFAULT_SECONDS } : undefined;
}

function tellDifference(wanted: Way, used: Way, { hop, onNote }: HopCall): void {
  if (used.region !== wanted.region) {
    onNote({ kind: "region-replaced", region: wanted.region, used: used.region });
  }
  if (hop.kind === "role" && used.durationSeconds !== wanted.durationSeconds) {
    const { profile: roleProfile } = hop;
    const seconds = { askedSeconds: wanted.durationSeconds, givenSeconds: used.durationSeconds };
    onNote({ kind: "duration-lowered", roleProfile, ...seconds, ...durationLocation(hop) });
  }
}

function askSts(
  sts: Sts,
  { hop, signer }: HopCall,
  { durationSeconds }: Way,
  mfa: MfaCode | undefined,
  now: Date,
): Promise<Credentials> {
  if (hop.kind === "user-session") return sts.getSessionToken({ signer, durationSeconds, mfa });
  if (hop.kind === "federated-user") return federateUser(sts, signer, durationSeconds);
  return sts.assumeRole({
    signer,
    // AWS documents that sign-in refuses a chained session whose duration was asked for, so the default is left unsaid.
    durationSeconds: durationSeconds === ROLE_DEFAULT_SECONDS ? undefined : durationSeconds,
    mfa,
    roleArn: hop.role.arn,
    sessionName: hop.sessionName ?? defaultSessionName(now),
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
