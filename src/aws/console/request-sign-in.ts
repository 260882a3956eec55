import { type ChainPlan, durationLocation, type RoleHop } from "../chain/plan/chain-plan";
import { profilesWithRole } from "../chain/plan/profiles-with-role";
import { type Resolution, type ResolutionNote } from "../chain/resolve/resolution";
import { resolveChain, type ResolveOptions, type ResolvePorts } from "../chain/resolve/resolve-chain";
import { NO_SESSIONS } from "../chain/resolve/session-store";
import { type Connection } from "../network/connection";
import { openConnection } from "../network/open-connection";
import { isProblem, ProblemError } from "../problem";
import { consolePlan, type ConsoleLength, withoutAskedDuration } from "./console-plan";
import { type Destination, destinationUrl } from "./destination";
import { destinationWords } from "./destination-words";
import { isWorthRenewing } from "./is-worth-renewing";
import { principalOfOthers } from "./principal-of-others";
import { signIn, type SignInUrl } from "./sign-in";
import { federationUrl } from "./sign-in-host";

/** What of the console is opened, and how. */
export interface ConsoleWish {
  readonly destination: Destination;
  readonly length: ConsoleLength;
  /** Whether the browser's other console session is ended first. */
  readonly logsOutFirst: boolean;
}

/** What the road to the console needs of the world. */
export interface RequestSignInPorts extends ResolvePorts {
  /** The way to the sign-in service; rejects with a `ProblemError` where it cannot be set up. */
  readonly connection: () => Promise<Connection>;
}

/** A sign-in link with whose console it opens and what went otherwise than planned on the way to it. */
export interface RequestedSignIn extends SignInUrl {
  /** The ARN of a federated user, or of a session that this extension did not make; absent where the plan's role says it. */
  readonly principal: string | undefined;
  readonly notes: readonly ResolutionNote[];
}

/**
 * The road from a plan to the link that opens its console.
 *
 * A federated user is made anew each time, which takes no code, and a role where less than half its time is left and no
 * code is needed: a console lasts no longer than what it was opened with. A stored session that sign-in refuses is made
 * anew once.
 *
 * @throws ProblemError `destination-refused` and `no-long-console` before anything is asked, `federation-denied` with the
 * profiles to open instead, `session-of-user`, and what {@link resolveChain} and {@link signIn} throw
 */
export async function requestSignIn(
  plan: ChainPlan,
  wish: ConsoleWish,
  ports: RequestSignInPorts,
): Promise<RequestedSignIn> {
  const { connection, onProgress, now } = ports;
  const { logsOutFirst } = wish;
  const destination = destinationUrl(wish.destination, plan);
  const { plan: chain, sessionDuration } = consolePlan(plan, wish.length);

  let connecting: Promise<void> | undefined;
  const hopPorts: ResolvePorts = {
    ...ports,
    // A command may print another user's key the next time.
    sessions: chain.hops[0]?.kind === "federated-user" ? NO_SESSIONS : ports.sessions,
    mfaPrompt: {
      redeemCode: (request, redeem) => {
        const console = { words: destinationWords(wish.destination), seconds: sessionDuration };
        return ports.mfaPrompt.redeemCode({ ...request, console }, redeem);
      },
    },
    onProgress: (step) => {
      // Made while the hops are, it is open when they are done.
      if (step.kind === "hop") connecting ??= connect(plan, connection);
      onProgress?.(step);
    },
  };
  const resolve = (hops: ChainPlan, options?: ResolveOptions): Promise<Resolution> =>
    resolveChain(hops, hopPorts, options).catch((error: unknown) => {
      if (!isProblem(error, "federation-denied")) throw error;
      const roleProfiles = profilesWithRole(ports.config, plan.source);
      throw new ProblemError({ ...error.problem, roleProfiles });
    });

  const exchange = async ({ credentials, notes }: Resolution): Promise<RequestedSignIn> => {
    const principal = credentials.principal ?? (await principalOfOthers(chain, credentials, ports));
    onProgress?.({ kind: "sign-in" });
    const request = { plan: chain, credentials, destination, sessionDuration, logsOutFirst, now };
    const link = await signIn({ ...request, connection: await connection() });
    const signedIn = { ...link, principal, notes };
    const isShort = sessionDuration !== undefined && link.sessionDuration === undefined;
    return isShort ? withNote(signedIn, { kind: "console-shortened" }) : signedIn;
  };

  const found = await resolve(chain);
  const isOld = sessionDuration === undefined && (await isWorthRenewing(found, chain, hopPorts));
  // What cannot be renewed now is still good.
  const resolution = isOld ? await resolve(chain, { refused: found.credentials }).catch(unlessCancelled(found)) : found;

  const unasked = withoutAskedDuration(chain);
  const others = [
    // Revoked, or the clock was set since: the session was good by its end alone.
    ...(resolution.isReused ? [() => resolve(chain, { refused: resolution.credentials })] : []),
    ...(unasked ? [async () => withNote(await resolve(unasked.plan), durationLeftOut(unasked.asking))] : []),
  ];
  for (let next = resolution; ;) {
    try {
      return await exchange(next);
    } catch (error) {
      const other = others.shift();
      if (!other || !isProblem(error, "sign-in-refused")) throw error;
      next = await other();
    }
  }
}

function unlessCancelled(resolution: Resolution): (error: unknown) => Resolution {
  return (error) => {
    if (error instanceof ProblemError) return resolution;
    throw error;
  };
}

function withNote<T extends Pick<Resolution, "notes">>(result: T, note: ResolutionNote): T {
  return { ...result, notes: [...result.notes, note] };
}

function durationLeftOut(role: RoleHop): ResolutionNote {
  const { profile: roleProfile, durationSeconds: askedSeconds } = role;
  return { kind: "duration-left-out", roleProfile, askedSeconds, ...durationLocation(role) };
}

/** What fails here fails again, and is told, when the connection is needed. */
async function connect(plan: ChainPlan, connection: RequestSignInPorts["connection"]): Promise<void> {
  try {
    await openConnection(federationUrl(plan), await connection());
  } catch {
    return;
  }
}
