import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type NamedPlace, namedDestination } from "../aws/console/named-destination";
import { type ProfileMemory } from "../aws/profiles/profile-memory";
import { readyProfile } from "../aws/profiles/ready-profile";
import { type ConsoleChoice } from "./console-choice";
import { now } from "./now";
import { readProfiles } from "./read-profiles";

/** A console as a tool is asked for it. */
export interface ConsoleRequest extends NamedPlace {
  readonly profile: string;
}

/** The console that is meant. */
export interface RequestedConsole {
  readonly plan: ChainPlan;
  readonly choice: ConsoleChoice;
  readonly memory: ProfileMemory;
}

/**
 * The console that a request means, by what the files say now.
 *
 * @throws Refusal where a name in it means nothing or more than one thing, ProblemError where the profile cannot be opened
 */
export async function requestedConsole({ profile, ...place }: ConsoleRequest): Promise<RequestedConsole> {
  const { entries, memory } = await readProfiles(now());
  const { plan } = readyProfile(entries, profile);
  return { plan, choice: namedDestination(place, plan), memory };
}
