import { CHAIN_ENDINGS } from "./shared-files/chain-endings";
import { CHAIN_SETTINGS, REGIONS } from "./shared-files/chain-settings";
import { CREDENTIAL_SOURCES } from "./shared-files/credential-sources";
import { Dealer } from "./shared-files/oddity";
import { ODD_PROFILE_NAMES, type ProfileName, profileNames } from "./shared-files/profile-names";
import { SeededRandom } from "./shared-files/seeded-random";
import { configText, credentialsText, fileContent, type SharedFileText } from "./shared-files/shared-file-text";
import {
  newProfile,
  type ProfileDraft,
  selectedProfile,
  set,
  type SharedFilesDraft,
} from "./shared-files/shared-files-draft";
import { TEXT_ODDITIES } from "./shared-files/text-oddities";

/** A pair of shared files with a chain in them, and what is special about it. */
export interface GeneratedSharedFiles {
  /** Gives the same files again: the seed and the index. */
  readonly id: string;
  readonly config: string;
  /** Null where there is no credentials file. */
  readonly credentials: string | null;
  /** The profile that the chain leads from: the one all oddities are about. */
  readonly selected: string;
  /** Every profile that one of the files means to describe, the selected one first. */
  readonly profiles: readonly string[];
  /** What the files have of {@link SHARED_FILE_FEATURES}. */
  readonly features: readonly string[];
}

const DEPTHS = [
  { depth: 0, weight: 14 },
  { depth: 1, weight: 34 },
  { depth: 2, weight: 22 },
  { depth: 3, weight: 12 },
  { depth: 4, weight: 7 },
  { depth: 5, weight: 6 },
  { depth: 6, weight: 6 },
];

/**
 * How many oddities of a kind the files have, for one index after the other: few, as one may hide the others. The
 * lengths have no factor in common.
 */
const COUNTS = {
  names: [1, 0],
  endings: [0, 1, 0, 0, 1, 0, 0, 1, 0],
  sources: [1, 0, 1, 1, 0, 1, 1, 0, 1],
  settings: [1, 0, 1, 2, 1, 1, 0, 1, 2, 1, 1],
  texts: [0, 1, 2, 1, 0, 1, 1],
  one: [1],
};

const CREDENTIALS_ODDITY_CHANCE = 0.2;

/** Every feature that generated files can have, for counting which ones a test covers. */
export const SHARED_FILE_FEATURES: readonly string[] = [
  ...DEPTHS.map(depthFeature),
  ...[ODD_PROFILE_NAMES, CREDENTIAL_SOURCES, CHAIN_ENDINGS, CHAIN_SETTINGS, REGIONS, TEXT_ODDITIES].flatMap((table) =>
    table.map(({ feature }) => feature),
  ),
];

/**
 * Makes up a config file and a credentials file. The same seed and index give the same files, on every machine.
 *
 * Most are what a user's files could be: a chain of up to six roles, its source, one or two specialities in the
 * settings, the names or the text. All access keys are recognisably made up and differ by profile and file, so that a
 * signature tells which one was used.
 *
 * @example
 * const { config, credentials, selected, features } = generateSharedFiles(1, 42);
 */
export function generateSharedFiles(seed: number, index: number): GeneratedSharedFiles {
  const random = new SeededRandom(seed, index);
  const dealer = new Dealer(seed, index);
  const { draft, features } = draftChain(dealer, random);

  const files = { config: configText(draft), credentials: credentialsText(draft) };
  features.push(...dealer.deal(TEXT_ODDITIES, COUNTS.texts, oneFile(files, random)));

  return {
    id: `${seed}/${index}`,
    config: fileContent(files.config),
    credentials: files.credentials ? fileContent(files.credentials) : null,
    selected: selectedProfile(draft).name.name,
    profiles: [...draft.roles, draft.user, ...draft.others].filter(isWritten).map(({ name }) => name.name),
    features,
  };
}

function draftChain(dealer: Dealer, random: SeededRandom): { draft: SharedFilesDraft; features: string[] } {
  const { depth } = random.weighted(DEPTHS, ({ weight }) => weight);
  const odd: { name: ProfileName | undefined } = { name: undefined };
  const features = [depthFeature({ depth }), ...dealer.deal(ODD_PROFILE_NAMES, COUNTS.names, odd)];

  const profiles = profileNames(depth + 1 + random.integer(1, 2), odd.name, random).map(newProfile);
  const roles = profiles.slice(0, depth);
  const [user, ...others] = profiles.slice(depth);
  if (!user) throw new Error("There is always a profile behind the roles.");
  const draft: SharedFilesDraft = { roles, user, others, otherSections: [] };
  roles.forEach((role, place) => set(role.config, roleSettings(role, profiles[place + 1] ?? user, random)));
  for (const other of others) set(other.config, { region: "us-west-2", output: "json" });

  const end = [
    ...dealer.deal(CHAIN_ENDINGS, COUNTS.endings, draft),
    ...dealer.deal(CREDENTIAL_SOURCES, COUNTS.sources, draft),
  ];
  // A profile without role has no place for the ending of a chain.
  if (end.length === 0) end.push(...dealer.deal(CREDENTIAL_SOURCES, COUNTS.one, draft));
  const settings = dealer.deal(CHAIN_SETTINGS, COUNTS.settings, draft);
  const region = dealer.deal(REGIONS, COUNTS.one, draft);
  makeOddNamesAppear(profiles);
  return { draft, features: [...features, ...end, ...settings, ...region] };
}

/** An odd spelling is there to be read, also where its file has nothing to say of the profile. */
function makeOddNamesAppear(profiles: readonly ProfileDraft[]): void {
  for (const profile of profiles) {
    const { oddIn } = profile.name;
    if (oddIn === "config") profile.isEmptyInConfig = true;
    if (oddIn === "credentials" && profile.credentials.size === 0) set(profile.credentials, { output: "text" });
  }
}

function roleSettings({ number }: ProfileDraft, source: ProfileDraft, random: SeededRandom): Record<string, string> {
  const path = random.chance(0.15) ? "teams/platform/" : "";
  const role = random.pick(["Admin", "ReadOnly", "OrganizationAccountAccessRole", "deploy-eu_1"]);
  const account = `1000000000${String(number).padStart(2, "0")}`;
  return { role_arn: `arn:aws:iam::${account}:role/${path}${role}`, source_profile: source.name.name };
}

function oneFile(
  { config, credentials }: { config: SharedFileText; credentials: SharedFileText | undefined },
  random: SeededRandom,
): SharedFileText {
  return credentials && random.chance(CREDENTIALS_ODDITY_CHANCE) ? credentials : config;
}

function isWritten({ config, credentials, isEmptyInConfig }: ProfileDraft): boolean {
  return isEmptyInConfig || config.size > 0 || credentials.size > 0;
}

function depthFeature({ depth }: { readonly depth: number }): string {
  return `depth ${depth}`;
}
