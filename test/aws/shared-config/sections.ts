import { type Profile, type SharedConfig, type SsoSession } from "../../../src/aws/shared-config/shared-config";

/** Sections by name, each with its values by key. Maps, because a section may be called `__proto__`. */
export type Sections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What the profiles of a config say, secrets revealed. */
export function profilesOf({ profiles }: SharedConfig): Sections {
  return sections(profiles, ({ settings, secrets }) => [
    ...Array.from(settings, ([key, { value }]): [string, string] => [key, value]),
    ...Array.from(secrets, ([key, { secret }]): [string, string] => [key, secret.reveal()]),
  ]);
}

/** What the sessions of IAM Identity Center say. */
export function ssoSessionsOf({ ssoSessions }: SharedConfig): Sections {
  return sections(ssoSessions, ({ settings }) => Array.from(settings, ([key, { value }]) => [key, value]));
}

/** Sections that a test or a case states as an object. */
export function stated(sections: Readonly<Record<string, Readonly<Record<string, string>>>>): Sections {
  return new Map(Object.entries(sections).map(([name, values]) => [name, new Map(Object.entries(values))]));
}

function sections<Section extends Profile | SsoSession>(
  byName: ReadonlyMap<string, Section>,
  valuesOf: (section: Section) => [key: string, value: string][],
): Sections {
  return new Map(Array.from(byName, ([name, section]) => [name, new Map(valuesOf(section))]));
}

/** Everything a config says, in one text that does not depend on the order of the settings. */
export function contentsOf(config: SharedConfig): string {
  const inOrder = ([, values]: [string, ReadonlyMap<string, string>]) =>
    [...values].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(
    [profilesOf(config), ssoSessionsOf(config)].map((all) => Array.from(all, (one) => [one[0], inOrder(one)])),
  );
}
