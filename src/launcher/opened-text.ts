import { accountText } from "../aws/profiles/account-text";
import { type ChainPlan, mfaDevice, openedRole } from "../aws/chain/plan/chain-plan";
import { destinationWords } from "../aws/console/destination-words";
import { durationText } from "../aws/duration-text";
import { type ProfileMemory } from "../aws/profiles/profile-memory";
import { type ConsoleLink } from "./request-sign-in-url";

/**
 * What a success says of the console that was opened: who is signed in, to which account, and what was chosen.
 *
 * @example
 * openedText(link, new Map()); // "demo-role2 in 333333333333, CloudWatch Logs, Europe (Frankfurt)"
 */
export function openedText({ plan, destination, ...link }: ConsoleLink, aliases: ProfileMemory["aliases"]): string {
  const facts = [
    whoIn(plan, link.kind === "sign-in" ? link.principal : undefined, aliases),
    link.kind === "portal" ? "through its portal" : undefined,
    ...destinationWords(destination),
    link.kind === "sign-in" && link.sessionDuration !== undefined
      ? `for ${durationText(link.sessionDuration)}`
      : undefined,
  ];
  return facts.filter((fact) => fact !== undefined).join(", ");
}

function whoIn(plan: ChainPlan, principal: string | undefined, aliases: ProfileMemory["aliases"]): string {
  const role = openedRole(plan);
  if (role) {
    // Many profiles end in a role of one name.
    const who = role.roleName === plan.profile ? plan.profile : `${plan.profile} (${role.roleName})`;
    return `${who} in ${accountText(role.accountId, aliases)}`;
  }
  // arn:aws:sts::111111111111:federated-user/demo-user, arn:aws:sts::222222222222:assumed-role/demo-role1/session
  const [, , , , accountId, resource = ""] = principal?.split(":") ?? [];
  if (accountId === undefined) return plan.profile;
  const [kind, name = ""] = resource.split("/");
  const account = accountText(accountId, aliases);
  if (kind === "assumed-role") return `${name} in ${account}`;
  return mfaDevice(plan) ? `user ${name} in ${account}, without MFA` : `user ${name} in ${account}`;
}
