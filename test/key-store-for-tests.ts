import { missingTools } from "./required-tools";
import { KEYRING_TOOLS } from "./throw-away-keyring";

/** Set where the key store of the operating system is one that may be written to and is thrown away. */
export const KEY_STORE_IS_THROW_AWAY = "AWS_ROLE_CHAINS_KEY_STORE_IS_THROW_AWAY";

/**
 * Whether the tests run on a throw-away key store, for `describe.runIf(hasThrowAwayKeyStore("the key store"))`. `npm test`
 * makes one; nobody's real key store is ever written to.
 *
 * @param what names what is skipped without it
 */
export function hasThrowAwayKeyStore(what: string): boolean {
  if (process.env[KEY_STORE_IS_THROW_AWAY]) return true;
  if (missingTools(what, ...KEYRING_TOOLS).length === 0) {
    console.log(`skipped: ${what}, because the tests were not started by npm test`);
  }
  return false;
}
