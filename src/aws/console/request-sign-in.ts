import { type HttpHandler } from "@smithy/core/protocols";
import { type ChainPlan } from "../chain/plan/chain-plan";
import { type Resolution, type ResolutionNote } from "../chain/resolve/resolution";
import { resolveChain, type ResolvePorts } from "../chain/resolve/resolve-chain";
import { openConnection } from "../network/open-connection";
import { isProblem, ProblemError } from "../problem";
import { canSignIn, signIn, type SignInUrl } from "./sign-in";
import { federationUrl } from "./sign-in-host";

/** What the road to the console needs of the world. */
export interface RequestSignInPorts extends ResolvePorts {
  /** The way to the sign-in service; rejects with a `ProblemError` where it cannot be set up. */
  readonly connection: () => Promise<HttpHandler>;
}

/** A sign-in link with what went otherwise than planned on the way to it. */
export type RequestedSignIn = SignInUrl & { readonly notes: readonly ResolutionNote[] };

/**
 * The road from a plan to the link that opens its console. A stored session that sign-in refuses is made anew once.
 *
 * @param destination a console URL of the plan's partition
 * @throws ProblemError `user-cannot-sign-in` before anything is asked, and what {@link resolveChain} and {@link signIn} throw
 */
export async function requestSignIn(
  plan: ChainPlan,
  destination: string,
  ports: RequestSignInPorts,
): Promise<RequestedSignIn> {
  const { connection, onProgress, now } = ports;
  if (!canSignIn(plan)) throw new ProblemError({ kind: "user-cannot-sign-in", profile: plan.profile });

  let connecting: Promise<void> | undefined;
  const hopPorts: ResolvePorts = {
    ...ports,
    onProgress: (step) => {
      // Made while the hops are, it is open when they are done.
      if (step.kind === "hop") connecting ??= connect(plan, connection);
      onProgress?.(step);
    },
  };
  const signInWith = async ({ credentials, notes }: Resolution): Promise<RequestedSignIn> => {
    onProgress?.({ kind: "sign-in" });
    const requestHandler = await connection();
    return { ...(await signIn({ plan, credentials, destination, requestHandler, now })), notes };
  };

  const resolution = await resolveChain(plan, hopPorts);
  try {
    return await signInWith(resolution);
  } catch (error) {
    if (!resolution.isReused || !isProblem(error, "sign-in-refused")) throw error;
    // Revoked, or the clock was set since: the session was good by its end alone.
    return signInWith(await resolveChain(plan, hopPorts, { refused: resolution.credentials }));
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
