import { type Ranked, ranked } from "../ranked";
import { type ConsoleService } from "./console-service";

/**
 * The services that a text may mean, the best match first: what is called exactly so, what begins with it, what has all
 * its words as beginnings of words, in the name before the aliases, then what has it anywhere. Alike matches keep their
 * order. Blanks and punctuation do not count, so that "cloud watch" and "stepfunctions" find what they mean.
 *
 * @param query as typed; blank for all
 * @example
 * findServices("ec2", CONSOLE_SERVICES)[0]; // EC2, and not EC2 Auto Scaling Groups
 */
export function findServices(query: string, services: readonly ConsoleService[]): readonly ConsoleService[] {
  // The catalogue itself, so that a list knows that nothing has changed.
  if (wordsOf(query).length === 0) return services;
  return rankedServices(query, services).map(({ item }) => item);
}

/** Those of the services that are found which match best, and all alike: one where it is plain which is meant. */
export function bestServices(query: string, services: readonly ConsoleService[]): readonly ConsoleService[] {
  const found = rankedServices(query, services);
  return found.filter(({ rank }) => rank === found[0]?.rank).map(({ item }) => item);
}

function rankedServices(query: string, services: readonly ConsoleService[]): readonly Ranked<ConsoleService>[] {
  const words = wordsOf(query);
  return words.length === 0 ? [] : ranked(services, (service) => rankOf(words, service));
}

/** How well a service is meant, smaller being better; nothing where it is not. */
function rankOf(words: readonly string[], { name, aliases }: ConsoleService): number | undefined {
  const wanted = words.join("");
  const names = [name, ...aliases].map((text) => wordsOf(text));
  const [own = [], ...others] = names;
  const isWhole = (text: readonly string[]): boolean => text.join("") === wanted;
  const begins = (text: readonly string[]): boolean => text.join("").startsWith(wanted);
  const hasWords = (text: readonly string[]): boolean =>
    words.every((word) => text.some((candidate) => candidate.startsWith(word)));
  const tests = [
    () => isWhole(own),
    () => others.some(isWhole),
    () => begins(own),
    () => hasWords(own),
    () => others.some(begins),
    () => hasWords(names.flat()),
    // Two letters stand anywhere.
    () => wanted.length > 2 && names.some((text) => text.join("").includes(wanted)),
  ];
  const rank = tests.findIndex((test) => test());
  return rank < 0 ? undefined : rank;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
