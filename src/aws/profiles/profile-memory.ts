/** What the user told of profiles and accounts, and which were opened last; nothing of it is secret. */
export interface ProfileMemory {
  /** Names of profiles in the order in which they were pinned. */
  readonly pinned: readonly string[];
  /** Names of profiles, the one that was opened last in front. */
  readonly opened: readonly string[];
  /** What the user calls an account, by its twelve digits. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Where profiles open by default, by name, in words: "CloudWatch, Europe (Ireland)". */
  readonly places: ReadonlyMap<string, string>;
}

/** Of a user who has told nothing yet. */
export const NO_MEMORY: ProfileMemory = { pinned: [], opened: [], aliases: new Map(), places: new Map() };
