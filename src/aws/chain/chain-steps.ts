import { durationText } from "../duration-text";
import { type ChainPlan, type CredentialSource, type Hop } from "./plan/chain-plan";
import { placeText } from "../problem-description";
import { type ChainState } from "./resolve/chain-state";

/** One step of a chain as people read it: what it starts from, then each hop. */
export interface ChainStep {
  /** "Key of demo-user", "MFA session of demo-user", "demo-role1 in 222222222222". */
  readonly title: string;
  /** What else the config says of it, in a few words each; no secret and no command. */
  readonly facts: readonly string[];
  /** What is stored of it, with its end where that is known; absent where it will be made anew. */
  readonly kept: { readonly until: Date | undefined } | undefined;
}

/**
 * The steps from a profile's credential source to the account that it opens, in their order.
 *
 * @example
 * chainSteps(plan, state).map(({ title }) => title);
 * // ["Key of demo-user", "MFA session of demo-user", "demo-role1 in 222222222222", "demo-role2 in 333333333333"]
 */
export function chainSteps({ source, hops }: ChainPlan, { stored }: ChainState): readonly ChainStep[] {
  const ofHops = hops.map((hop, index) => {
    const session = stored[index];
    return { ...hopStep(hop), kept: session && { until: session.credentials.expiration } };
  });
  return [{ ...sourceStep(source), kept: undefined }, ...ofHops];
}

type Described = Pick<ChainStep, "title" | "facts">;

function sourceStep(source: CredentialSource): Described {
  const { profile } = source;
  switch (source.kind) {
    case "stored-key":
      return { title: `Key of ${profile}`, facts: ["in the key store of the operating system"] };
    case "file-key":
      return {
        title: source.lifetime === "temporary" ? `Temporary key of ${profile}` : `Key of ${profile}`,
        facts: [placeText(source)],
      };
    case "process":
      return { title: `Command of ${profile}`, facts: [`credential_process in ${placeText(source)}`] };
    case "web-identity":
      return { title: `Web identity of ${profile}`, facts: [source.role.roleName, placeText(source)] };
    case "sso": {
      const { role, session, startUrl } = source;
      const title = role ? `${role.roleName} in ${role.accountId}` : `IAM Identity Center of ${profile}`;
      return { title, facts: [`IAM Identity Center${session === undefined ? "" : ` session ${session}`}`, startUrl] };
    }
    case "login":
      return { title: `aws login of ${profile}`, facts: [placeText(source)] };
    case "named":
      return { title: `Credentials of this machine`, facts: [`credential_source = ${source.name}`, placeText(source)] };
  }
}

function hopStep(hop: Hop): Described {
  const { device, durationSeconds, profile } = hop;
  const asksFor = device ? [`code of ${device.serial}, named by ${device.declaredBy}`] : [];
  const lasts = `for ${durationText(durationSeconds)}`;
  switch (hop.kind) {
    case "user-session":
      return { title: `${device ? "MFA session" : "Session"} of ${profile}`, facts: [...asksFor, lasts] };
    case "federated-user":
      return { title: `Federated user of ${profile}`, facts: [lasts] };
    case "role": {
      const { role, sessionName, externalId } = hop;
      const named = [
        ...(sessionName === undefined ? [] : [`session name ${sessionName}`]),
        ...(externalId === undefined ? [] : ["with an external ID"]),
      ];
      return {
        title: `${role.roleName} in ${role.accountId}`,
        facts: [`profile ${profile}`, ...asksFor, lasts, ...named],
      };
    }
  }
}
