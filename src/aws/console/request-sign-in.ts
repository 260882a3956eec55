import { type HttpHandler } from "@smithy/core/protocols";
import { type ChainPlan } from "../chain/plan/chain-plan";
import { profilesWithRole } from "../chain/plan/profiles-with-role";
import { type Resolution, type ResolutionNote } from "../chain/resolve/resolution";
import { resolveChain, type ResolveOptions, type ResolvePorts } from "../chain/resolve/resolve-chain";
import { openConnection } from "../network/open-connection";
import { isProblem, ProblemError } from "../problem";
import { consolePlan, type ConsoleLength } from "./console-plan";
import { type Destination, destinationUrl } from "./destination";
import { signIn, type SignInUrl } from "./sign-in";
import { federationUrl } from "./sign-in-host";

/** What of the console is opened, and how. */
export interface ConsoleWish {
  readonly destination: Destination;
  readonly length: ConsoleLength;
  /** Whether the browser's other console session is ended first. */
  readonly logsOutFirst: boolean;
}

/** The console's home as AWS gives it at best, beside the consoles of other accounts. */
export const CONSOLE_HOME_WISH: ConsoleWish = {
  destination: { kind: "home" },
  length: "longest",
  logsOutFirst: false,
};

/** What the road to the console needs of the world. */
export interface RequestSignInPorts extends ResolvePorts {
  /** The way to the sign-in service; rejects with a `ProblemError` where it cannot be set up. */
  readonly connection: () => Promise<HttpHandler>;
}

/** A sign-in link with whose console it opens and what went otherwise than planned on the way to it. */
export type RequestedSignIn = SignInUrl &
  Pick<Resolution["credentials"], "principal"> & {
    readonly notes: readonly ResolutionNote[];
  };

/**
 * The road from a plan to the link that opens its console. A stored session that sign-in refuses is made anew once.
 *
 * @throws ProblemError `destination-refused` and `no-long-console` before anything is asked, `federation-denied` with the
 * profiles to open instead, and what {@link resolveChain} and {@link signIn} throw
 */
export async function requestSignIn(
  plan: ChainPlan,
  wish: ConsoleWish,
  ports: RequestSignInPorts,
): Promise<RequestedSignIn> {
  const { connection, onProgress, now } = ports;
  const destination = destinationUrl(wish.destination, plan);
  const { plan: chain, sessionDuration } = consolePlan(plan, wish.length);

  let connecting: Promise<void> | undefined;
  const hopPorts: ResolvePorts = {
    ...ports,
    mfaPrompt: {
      redeemCode: (request, redeem) =>
        ports.mfaPrompt.redeemCode({ ...request, consoleSeconds: sessionDuration }, redeem),
    },
    onProgress: (step) => {
      // Made while the hops are, it is open when they are done.
      if (step.kind === "hop") connecting ??= connect(plan, connection);
      onProgress?.(step);
    },
  };
  const resolve = (options?: ResolveOptions): Promise<Resolution> =>
    resolveChain(chain, hopPorts, options).catch((error: unknown) => {
      if (!isProblem(error, "federation-denied")) throw error;
      const roleProfiles = profilesWithRole(ports.config, plan.source);
      throw new ProblemError({ ...error.problem, roleProfiles });
    });
  const signInWith = async ({ credentials, notes }: Resolution): Promise<RequestedSignIn> => {
    onProgress?.({ kind: "sign-in" });
    const { logsOutFirst } = wish;
    const requestHandler = await connection();
    const link = await signIn({
      plan: chain,
      credentials,
      destination,
      sessionDuration,
      logsOutFirst,
      requestHandler,
      now,
    });
    const isShort = sessionDuration !== undefined && link.sessionDuration === undefined;
    const shortened: readonly ResolutionNote[] = isShort ? [{ kind: "console-shortened" }] : [];
    return { ...link, principal: credentials.principal, notes: [...notes, ...shortened] };
  };

  const resolution = await resolve();
  try {
    return await signInWith(resolution);
  } catch (error) {
    if (!resolution.isReused || !isProblem(error, "sign-in-refused")) throw error;
    // Revoked, or the clock was set since: the session was good by its end alone.
    return signInWith(await resolve({ refused: resolution.credentials }));
  }
}

/** What fails here fails again, and is told, when the connection is needed. */
async function connect(plan: ChainPlan, connection: RequestSignInPorts["connection"]): Promise<void> {
  try {
    await openConnection(federationUrl(plan), await connection());
  } catch {
    return;
  }
}
