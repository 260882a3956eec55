import { type ChainPlan, type OpenedRole } from "../chain/plan/chain-plan";
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
  const role = portalRole(plan);
  if (!role) return undefined;
  const parameters = {
    account_id: role.accountId,
    role_name: role.roleName,
    destination: destinationUrl(destination, plan),
  };
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  // The config may end it with "#/", as the portal's own address bar does.
  const { origin, pathname } = new URL(role.startUrl);
  return `${origin}${pathname.replace(/\/+$/, "")}/#/console?${query.join("&")}`;
}

/** Whether IAM Identity Center opens a profile by itself. */
export function opensByPortal(plan: ChainPlan): boolean {
  return portalRole(plan) !== undefined;
}

/** A role that a portal opens. */
export interface PortalRole extends OpenedRole {
  /** The portal's address, as the config writes it. */
  readonly startUrl: string;
}

/** The role that IAM Identity Center opens by itself: where a profile names one and no chain goes on from there. */
export function portalRole({ source, hops }: ChainPlan): PortalRole | undefined {
  if (source.kind !== "sso" || !source.role || hops.length > 0) return undefined;
  return { ...source.role, startUrl: source.startUrl };
}
