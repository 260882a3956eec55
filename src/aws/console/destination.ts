import { type ChainPlan } from "../chain/plan/chain-plan";
import { ProblemError } from "../problem";
import { type ConsoleService } from "./console-service";
import { CONSOLE_HOME, type ConsolePlace, consoleUrl, labelOf, withRegion } from "./console-url";
import { readPastedUrl } from "./pasted-url";

/** What of the console is opened. */
export type Destination = DestinationPage & {
  /** Instead of the profile's own. */
  readonly region?: string | undefined;
};

/** A page of the console, whatever the region. */
export type DestinationPage =
  | { readonly kind: "home" }
  | { readonly kind: "service"; readonly service: ConsoleService }
  /** An address that somebody pasted. */
  | { readonly kind: "url"; readonly url: string };

/**
 * The console URL of a destination for a plan.
 *
 * @throws ProblemError `destination-refused` for an address outside the console of the plan's partition
 */
export function destinationUrl(destination: Destination, plan: ChainPlan): string {
  const { region = plan.region } = destination;
  const place: ConsolePlace = { region, partition: plan.partition };
  switch (destination.kind) {
    case "home":
      return consoleUrl(CONSOLE_HOME, place);
    case "service":
      return consoleUrl(destination.service, place);
    case "url": {
      const pasted = readPastedUrl(destination.url, place);
      if (pasted.kind === "console") return destination.region === undefined ? pasted.url : moved(pasted.url, place);
      const { profile, partition } = plan;
      const host = pasted.kind === "foreign" ? pasted.host : undefined;
      throw new ProblemError({ kind: "destination-refused", profile, host, consoleDomain: partition.consoleDomain });
    }
  }
}

/** The same page in another region, where its host names one. */
function moved(url: string, { region, partition }: ConsolePlace): string {
  const { host, href } = new URL(url);
  const label = labelOf(host, partition);
  const elsewhere = partition.regions.test(label) ? href.replace(`//${label}.`, `//${region}.`) : href;
  return withRegion(elsewhere, region);
}
