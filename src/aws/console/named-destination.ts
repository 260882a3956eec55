import { type ChainPlan } from "../chain/plan/chain-plan";
import { firstFew } from "../first-few";
import { Refusal } from "../refusal";
import { shownText } from "../shown-text";
import { type ConsoleService } from "./console-service";
import { CONSOLE_SERVICES } from "./console-services";
import { type DestinationPage } from "./destination";
import { bestServices } from "./find-services";
import { CONSOLE_REGIONS } from "./regions";

/** A place of the console as somebody writes it, instead of choosing it from a list. */
export interface NamedPlace {
  /** A name, an abbreviation, or their beginning. */
  readonly service?: string | undefined;
  /** An id such as "eu-central-1". */
  readonly region?: string | undefined;
}

/** The place that is meant; what is not named, or blank, is left open. */
export interface NamedDestination {
  readonly page: DestinationPage | undefined;
  readonly region: string | undefined;
}

/**
 * The place of a plan's console that somebody names.
 *
 * @throws Refusal where a name means nothing, more than one service, or a region of another partition
 */
export function namedDestination({ service = "", region = "" }: NamedPlace, plan: ChainPlan): NamedDestination {
  return {
    page: service.trim() === "" ? undefined : { kind: "service", service: namedService(service) },
    region: region.trim() === "" ? undefined : namedRegion(region.trim().toLowerCase(), plan),
  };
}

function namedService(text: string): ConsoleService {
  const byId = CONSOLE_SERVICES.find(({ id }) => id === text.trim());
  const [service, ...others] = byId ? [byId] : bestServices(text, CONSOLE_SERVICES);
  if (!service)
    throw new Refusal(`No page of the console is called "${shownText(text)}". Write its name as the console does.`);
  if (others.length === 0) return service;
  const names = [service, ...others].map(({ name }) => name);
  throw new Refusal(`"${shownText(text)}" may be ${firstFew(names)}. Say which one.`);
}

function namedRegion(id: string, { region: own, partition }: ChainPlan): string {
  const isKnown = id === own || CONSOLE_REGIONS.some((region) => region.id === id);
  if (!isKnown) throw new Refusal(`No region is called "${shownText(id)}". Write its id, such as ${own}.`);
  if (partition.regions.test(id)) return id;
  throw new Refusal(
    `The region ${id} is not in the partition ${partition.id}, which the profile is in. Write another, such as ${own}.`,
  );
}
