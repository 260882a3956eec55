import { type Destination } from "./destination";
import { regionName } from "./regions";

/**
 * What was chosen of a console, in words: its page and its region, as far as they are not the usual ones.
 *
 * @example
 * destinationWords({ kind: "service", service, region: "eu-central-1" }); // ["Lambda", "Europe (Frankfurt)"]
 */
export function destinationWords(destination: Destination): readonly string[] {
  const { kind, region } = destination;
  const service = kind === "service" ? destination.service : undefined;
  // What belongs to no region is not opened in one.
  const isPlaced = region !== undefined && !service?.isGlobal;
  return [...(service ? [service.name] : []), ...(isPlaced ? [regionName(region) ?? region] : [])];
}
