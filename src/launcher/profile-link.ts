import { createDeeplink } from "@raycast/utils";
import { type InferOutput, object, optional, safeParse, string } from "valibot";

/** The console's home, whatever the profile opens at by default. */
export const HOME_PAGE = "home";

const Link = object({
  profile: string(),
  /** A page of the catalogue by its id, or {@link HOME_PAGE}; absent: what the profile opens at by default. */
  page: optional(string()),
  region: optional(string()),
});

/** What a quicklink opens, by names alone: it never carries a code, a key or an address with a token. */
export type ProfileLink = Readonly<InferOutput<typeof Link>>;

let command: string | undefined;

/**
 * The deep link that opens a profile's console, for a quicklink, a hotkey or a script.
 *
 * @example
 * profileLink({ profile: "demo-role2", page: "ec2" });
 * // "raycast://extensions/…/open-aws-console?context=%7B%22profile%22%3A%22demo-role2%22%2C%22page%22%3A%22ec2%22%7D"
 */
export function profileLink(link: ProfileLink): string {
  // Reads the manifest each time, which is too much for every row of a list.
  command ??= createDeeplink({ command: "open-aws-console" });
  return `${command}?context=${encodeURIComponent(JSON.stringify(link))}`;
}

/** What a command was launched with, where that is a link of {@link profileLink}. */
export function readProfileLink(launchContext: unknown): ProfileLink | undefined {
  const { success, output } = safeParse(Link, launchContext);
  return success ? output : undefined;
}
