import { oddities } from "./oddity";
import { type SeededRandom } from "./seeded-random";

/** A profile's name and how the files spell it. */
export interface ProfileName {
  /** As other profiles refer to it. */
  readonly name: string;
  /** Between the brackets of the config file. */
  readonly header: string;
  /** Between the brackets of the credentials file. */
  readonly credentialsHeader: string;
  /** A second section of the config file that means the same profile. */
  readonly twin?: { readonly header: string; readonly place: "before" | "after" };
  /** Where the spelling is odd: in this file. */
  readonly oddIn?: "config" | "credentials";
}

const PLAIN_NAMES = [
  "dev",
  "dev-admin",
  "prod",
  "prod-readonly",
  "staging",
  "sandbox_1",
  "org-root",
  "security-audit",
  "billing",
  "networking",
  "data-lake",
  "ci",
  "jane",
  "ops",
  "backup",
  "demo-role2",
];

interface OddName {
  readonly feature: string;
  readonly names: readonly string[];
  readonly header?: (name: string) => string;
  readonly credentialsHeader?: (name: string) => string;
  readonly twin?: ProfileName["twin"];
}

const ODD_NAMES: readonly OddName[] = [
  { feature: "name with a dot", names: ["dev.eu", "a.b.c"] },
  { feature: "name with @", names: ["jane@example.com"] },
  { feature: "name with /", names: ["team/dev", "123456789012/Admin"] },
  { feature: "name with :", names: ["team:dev"] },
  { feature: "name with +", names: ["dev+admin"] },
  { feature: "name with %", names: ["dev%eu", "%(region)s"] },
  { feature: "name beyond ASCII", names: ["prod-é", "本番", "straße"] },
  { feature: "name of an object's property", names: ["__proto__", "constructor", "toString"] },
  { feature: "name with !", names: ["a!b"] },
  { feature: "name with #", names: ["a#b"] },
  { feature: "name with ;", names: ["a;b"] },
  { feature: "name with ]", names: ["a]b"] },
  { feature: "name with =", names: ["a=b"] },
  { feature: "name with a backslash", names: ["corp\\jane"] },
  { feature: "name in upper case", names: ["DEV", "PROD"] },
  { feature: "name with a blank, in double quotes", names: ["two words"], header: (name) => `profile "${name}"` },
  { feature: "name with a blank, in single quotes", names: ["two words"], header: (name) => `profile '${name}'` },
  { feature: "name in needless quotes", names: ["quoted"], header: (name) => `profile "${name}"` },
  { feature: "name with an apostrophe", names: ["o'brien"], header: (name) => `profile "${name}"` },
  { feature: "name with an apostrophe, unquoted", names: ["o'brien"] },
  { feature: "name with double quotes", names: ['the "best"'], header: (name) => `profile '${name}'` },
  { feature: "name with a blank, unquoted", names: ["two words"] },
  {
    feature: "name with a blank, in quotes in the credentials file",
    names: ["two words"],
    header: (name) => `profile "${name}"`,
    credentialsHeader: (name) => `"${name}"`,
  },
  { feature: "quote of a name not closed", names: ["open"], header: (name) => `profile "${name}` },
  { feature: "tab behind profile", names: ["tabbed"], header: (name) => `profile\t${name}` },
  { feature: "two blanks behind profile", names: ["spaced"], header: (name) => `profile  ${name}` },
  { feature: "blank before profile", names: ["spaced"], header: (name) => ` profile ${name}` },
  { feature: "blank behind the name", names: ["spaced"], header: (name) => `profile ${name} ` },
  { feature: "PROFILE in upper case", names: ["loud"], header: (name) => `PROFILE ${name}` },
  { feature: "profiles instead of profile", names: ["several"], header: (name) => `profiles ${name}` },
  { feature: "no profile before the name", names: ["bare"], header: (name) => name },
  {
    feature: "profile before the name in the credentials file",
    names: ["prefixed"],
    credentialsHeader: (name) => `profile ${name}`,
  },
  { feature: "[default]", names: ["default"], header: (name) => name },
  { feature: "[profile default]", names: ["default"] },
  {
    feature: "[default] before [profile default]",
    names: ["default"],
    twin: { header: "default", place: "before" },
  },
  {
    feature: "[default] behind [profile default]",
    names: ["default"],
    twin: { header: "default", place: "after" },
  },
];

/** Odd names, dealt into a slot. */
export const ODD_PROFILE_NAMES = oddities<{ name: ProfileName | undefined }>(
  ODD_NAMES.map((odd) => [odd.feature, 1, (slot, random) => void (slot.name = oddName(odd, random))]),
);

/** Different names, in no order; the odd one, where there is one, may be any of them. */
export function profileNames(count: number, odd: ProfileName | undefined, random: SeededRandom): ProfileName[] {
  const plain = random.shuffled(PLAIN_NAMES).map(plainName);
  return random.shuffled([...(odd ? [odd] : []), ...plain].slice(0, count));
}

function plainName(name: string): ProfileName {
  return { name, header: `profile ${name}`, credentialsHeader: name };
}

function oddName({ names, header, credentialsHeader, twin }: OddName, random: SeededRandom): ProfileName {
  const name = random.pick(names);
  const plain = plainName(name);
  return {
    name,
    header: header?.(name) ?? plain.header,
    credentialsHeader: credentialsHeader?.(name) ?? plain.credentialsHeader,
    twin,
    oddIn: credentialsHeader ? "credentials" : "config",
  };
}
