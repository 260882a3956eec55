/** What a list of profiles is there for, which Enter does. */
export type ProfileJob = "open" | "copy";
