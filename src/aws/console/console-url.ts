import { type ChainPlan } from "../chain/plan/chain-plan";
import { type Partition } from "./partition";

/** Where in the console a page is opened. */
export type ConsolePlace = Pick<ChainPlan, "region" | "partition">;

/** A page of the console. */
export interface ConsolePage {
  /** Below the host, beginning with a slash; query and fragment may follow. */
  readonly path: string;
  /** Whether it belongs to no region. */
  readonly isGlobal: boolean;
}

/** What the console begins with. */
export const CONSOLE_HOME: ConsolePage = { path: "/console/home", isGlobal: false };

/**
 * The URL of a page of the console, as sign-in redirects to it. The host names the region: without it the console takes
 * the region of a cookie, which may be another account's. A global page stands on the host of the partition's own region
 * and gets no region asked for.
 *
 * @example
 * consoleUrl({ path: "/cloudwatch/home#alarmsV2:", isGlobal: false }, plan);
 * // "https://ap-northeast-1.console.aws.amazon.com/cloudwatch/home?region=ap-northeast-1#alarmsV2:"
 */
export function consoleUrl({ path, isGlobal }: ConsolePage, { region, partition }: ConsolePlace): string {
  const { defaultRegion, consoleDomain } = partition;
  if (isGlobal) return `https://${defaultRegion}.${consoleDomain}${path}`;
  return `https://${region}.${consoleDomain}${withRegion(path, region)}`;
}

/** What stands in front of the console's domain in one of its hosts, such as a region; empty for the domain itself. */
export function labelOf(consoleHost: string, { consoleDomain }: Partition): string {
  return consoleHost.slice(0, -consoleDomain.length - 1);
}

/** A path or URL whose query, not its fragment, asks for this region and no other. */
export function withRegion(url: string, region: string): string {
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  const others = query
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !/^region(=|$)/.test(part));
  return `${path}?${[`region=${region}`, ...others].join("&")}${fragment}`;
}
