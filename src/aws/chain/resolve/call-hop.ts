import { type AccessKey, type Credentials } from "../../credentials";
import { ProblemError } from "../../problem";
import { type MfaCode, type Sts, StsError, type StsFailure } from "../../sts/sts";
import { type ChainPlan, type Hop, ROLE_DEFAULT_SECONDS } from "../plan/chain-plan";
import { redeemCode, type RedeemPorts } from "./redeem-code";
import { type ResolutionNote } from "./resolution";
import { type ResolveProgress } from "./resolve-progress";
import { isDurationRefused, stsProblem } from "./sts-problem";

/** What calling STS for a hop needs of the world. */
export interface HopPorts extends RedeemPorts {
  /** STS in a region; throws a `ProblemError` where the way there cannot be set up. */
  readonly sts: (region: string) => Promise<Sts>;
  readonly onProgress?: (progress: ResolveProgress) => void;
}

/** One hop to be made. */
export interface HopCall {
  readonly plan: ChainPlan;
  /** As the plan has it: for what is said of it. */
  readonly planned: Hop;
  /** As this signer can make it. */
  readonly hop: Hop;
  readonly signer: AccessKey;
  readonly region: string;
  /** Keeps what the call gave, before anything else happens. */
  readonly keep: (credentials: Credentials) => Promise<void>;
  readonly onNote: (note: ResolutionNote) => void;
}

/** How a hop is asked for, which STS's refusals may change. */
interface Way {
  readonly sts: Sts;
  readonly region: string;
  readonly durationSeconds: number;
}

/**
 * Makes one hop with STS, asking for a code where it needs one. What STS refuses for its duration or for a region that is
 * not active is asked for once more in the way that STS allows, with a note; a call with a code is left to the prompt
 * then, for its code is gone.
 *
 * @throws ProblemError naming hop, profile and cause; {@link CodeCancelled} where the user gives up
 */
export async function callHop(call: HopCall, ports: HopPorts): Promise<Credentials> {
  const { hop, planned, plan, keep, onNote } = call;
  // Before a code is asked for: nobody should type one for a call that cannot be made.
  let way: Way = { sts: await ports.sts(call.region), region: call.region, durationSeconds: hop.durationSeconds };

  const send = async (mfa: MfaCode | undefined): Promise<Credentials> => {
    ports.onProgress?.({ kind: "hop", hop: planned });
    for (;;) {
      try {
        const credentials = await askSts(call, way, mfa, ports.now());
        // At once: a code is spent even where its user has left the prompt meanwhile.
        await keep(credentials);
        return credentials;
      } catch (error) {
        if (!(error instanceof StsError)) throw error;
        const other = otherWay(error.failure, way, call);
        const problem = new ProblemError(stsProblem(error.failure, planned, plan, way.region));
        if (!other) throw problem;
        way = { ...other.way, sts: await ports.sts(other.way.region) };
        onNote(other.note);
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
      send: (code) => send({ serial: device.serial, code }),
      connect: () => void way.sts.connect(),
      onAsk: () => ports.onProgress?.({ kind: "waiting-for-user", device }),
      onWait: (secondsLeft) => ports.onProgress?.({ kind: "waiting-for-next-code", secondsLeft }),
    },
    ports,
  );
}

/** The way to ask that STS's refusal leaves open. */
function otherWay(
  failure: StsFailure,
  way: Way,
  { hop, plan }: HopCall,
): { readonly way: Way; readonly note: ResolutionNote } | undefined {
  if (failure.kind === "silent") return undefined;
  const { defaultRegion } = plan.partition;
  if (failure.code === "RegionDisabledException" && way.region !== defaultRegion) {
    const { region } = way;
    return { way: { ...way, region: defaultRegion }, note: { kind: "region-replaced", region, used: defaultRegion } };
  }
  // STS does not say how much it would allow; an hour is every role's least maximum (IAM API Reference, "CreateRole").
  if (hop.kind === "role" && isDurationRefused(failure) && way.durationSeconds > ROLE_DEFAULT_SECONDS) {
    const { profile: roleProfile, file, line } = hop;
    const seconds = { askedSeconds: way.durationSeconds, givenSeconds: ROLE_DEFAULT_SECONDS };
    return {
      way: { ...way, durationSeconds: ROLE_DEFAULT_SECONDS },
      note: { kind: "duration-lowered", roleProfile, ...seconds, file, line },
    };
  }
  return undefined;
}

function askSts(
  { hop, signer }: HopCall,
  { sts, durationSeconds }: Way,
  mfa: MfaCode | undefined,
  now: Date,
): Promise<Credentials> {
  if (hop.kind === "user-session") return sts.getSessionToken({ signer, durationSeconds, mfa });
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
