import { partitionOfRegion } from "./partition";
import { type ConsolePlace } from "./console-url";

/** What became of an address that somebody pasted. */
export type PastedUrl =
  | { readonly kind: "console"; readonly url: string }
  /** Somewhere else: the host, for the message. */
  | { readonly kind: "foreign"; readonly host: string }
  | { readonly kind: "no-url" };

/** In front of a console host where several accounts are signed in to: account and session, which end with the session. */
const SESSION_LABEL = /^\d{12}-[a-z0-9]+\./;

/**
 * Makes an address of the console usable for anybody: without the session of a multi-session console in its host, and
 * with a region in it, for a bare host takes the region of a cookie. Path, query and fragment stay as they are.
 *
 * Only https and hosts under the partition's console domain are taken: sign-in leads nowhere else, and an address of
 * another partition would be another account's.
 *
 * @param place the account's partition, and the region for an address that names none
 * @example
 * readPastedUrl("https://222222222222-abcdefgh.eu-west-1.console.aws.amazon.com/ec2/home#Instances:", plan);
 * // { kind: "console", url: "https://eu-west-1.console.aws.amazon.com/ec2/home#Instances:" }
 */
export function readPastedUrl(text: string, { region, partition }: ConsolePlace): PastedUrl {
  const written = text.trim();
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return { kind: "no-url" };
  const { consoleDomain } = partition;
  const host = url.host.replace(SESSION_LABEL, "");
  const isConsole = host === consoleDomain || host.endsWith(`.${consoleDomain}`);
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "" || !isConsole) {
    return { kind: "foreign", host: url.host };
  }

  const asked = url.searchParams.get("region") ?? "";
  const isOfPartition = partitionOfRegion(asked) === partition;
  const label = host === consoleDomain ? `${isOfPartition ? asked : region}.` : "";
  return { kind: "console", url: `https://${label}${host}${url.pathname}${url.search}${url.hash}` };
}
