import { type ProfileMemory } from "./profile-memory";

/**
 * An account as people are shown it: always by its id, with what the user calls it.
 *
 * @example
 * accountText("333333333333", new Map([["333333333333", "Production"]])); // "333333333333 (Production)"
 */
export function accountText(accountId: string, aliases: ProfileMemory["aliases"]): string {
  const alias = aliases.get(accountId);
  return alias === undefined ? accountId : `${accountId} (${alias})`;
}
