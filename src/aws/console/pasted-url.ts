import { type ConsolePlace, labelOf, withRegion } from "./console-url";
import { partitionOfConsoleHost, partitionOfRegion } from "./partition";

/** What became of an address that somebody pasted. */
export type PastedUrl =
  | { readonly kind: "console"; readonly url: string }
  /** Somewhere else: the host, for the message. */
  | { readonly kind: "foreign"; readonly host: string }
  | { readonly kind: "no-url" };

/** In front of a console host where several accounts are signed in to: account and session, which end with the session. */
const SESSION_LABEL = /^\d{12}-[^.]+\./;

/**
 * Makes an address of the console usable for anybody: without the session of a multi-session console in its host, and
 * with a region in it, for a bare host takes the region of a cookie. Path, query and fragment stay as they are, but for a
 * region of another partition.
 *
 * Only hosts under the partition's console domain are taken: sign-in leads nowhere else, and an address of another
 * partition would be another account's. An address may lack its https.
 *
 * @param place the account's partition, and the region for an address that names none
 * @example
 * readPastedUrl("https://222222222222-abcdefgh.eu-west-1.console.aws.amazon.com/ec2/home#Instances:", plan);
 * // { kind: "console", url: "https://eu-west-1.console.aws.amazon.com/ec2/home#Instances:" }
 */
export function readPastedUrl(text: string, { region, partition }: ConsolePlace): PastedUrl {
  const url = urlOf(text.trim());
  if (!url || url.username !== "" || url.password !== "") return { kind: "no-url" };
  const host = url.host.replace(SESSION_LABEL, "");
  const label = labelOf(host, partition);
  const ofLabel = partitionOfRegion(label);
  if (partitionOfConsoleHost(host) !== partition || (ofLabel && ofLabel !== partition)) {
    return { kind: "foreign", host: url.host };
  }

  const asked = url.searchParams.get("region");
  const isOfPartition = asked !== null && partitionOfRegion(asked) === partition;
  const target = label === "" ? `${isOfPartition ? asked : region}.${host}` : host;
  const address = `https://${target}${url.pathname}${url.search}${url.hash}`;
  return { kind: "console", url: asked === null || isOfPartition ? address : withRegion(address, region) };
}

/** The address in a text: of the web, with or without what stands in front of its host. */
function urlOf(text: string): URL | undefined {
  // Mail programs and documents put an address into angle brackets.
  const written = text.replace(/^<(.*)>$/s, "$1");
  const address = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i.test(written) ? `https://${written}` : written;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}
