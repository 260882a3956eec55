import { type ChainPlan } from "../chain/plan/chain-plan";
import { type Destination, destinationUrl } from "./destination";

/**
 * The portal's shortcut link to the role of a profile of IAM Identity Center, which needs no credentials here: the portal
 * asks for what it needs (IAM Identity Center User Guide, "Create shortcut links").
 *
 * @returns nothing for a profile that no portal opens; see {@link opensByPortal}
 * @throws ProblemError `destination-refused`
 * @example
 * portalUrl(plan, { kind: "home" });
 * // "https://d-1234567890.awsapps.com/start/#/console?account_id=444444444444&role_name=Admin&destination=https%3A%2F%2F…"
 */
export function portalUrl(plan: ChainPlan, destination: Destination): string | undefined {
  const { source } = plan;
  if (!opensByPortal(plan) || source.kind !== "sso" || !source.role) return undefined;
  const { accountId, roleName } = source.role;
  const parameters = {
    account_id: accountId,
    role_name: roleName,
    destination: destinationUrl(destination, plan),
  };
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  // The config may end it with "#/", as the portal's own address bar does.
  const { origin, pathname } = new URL(source.startUrl);
  return `${origin}${pathname.replace(/\/+$/, "")}/#/console?${query.join("&")}`;
}

/** Whether IAM Identity Center opens a profile by itself: where it names a role and no chain goes on from there. */
export function opensByPortal({ source, hops }: ChainPlan): boolean {
  return source.kind === "sso" && source.role !== undefined && hops.length === 0;
}
