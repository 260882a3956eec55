import { signInOrigin, type SignInPlace } from "./sign-in-host";

/**
 * An address that ends the browser's console session and then goes on to a login. For browsers without multi-session
 * support, which refuse a second account; with it, AWS refuses to log out this way.
 *
 * @param login at the sign-in host of a region: the bare host loses it on the way (Noovolari/leapp#520)
 */
export function logOutFirst(login: string, place: SignInPlace): string {
  const url = new URL("/oauth", signInOrigin({ ...place, region: place.partition.defaultRegion }));
  url.search = new URLSearchParams({ Action: "logout", redirect_uri: login }).toString();
  return url.href;
}
