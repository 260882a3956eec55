import {
  type InferOutput,
  literal,
  minLength,
  object,
  optional,
  picklist,
  pipe,
  regex,
  string,
  variant,
} from "valibot";
import { BROWSER_IDS, BROWSERS, CHROMIUM_BROWSERS, FIREFOX_BROWSERS } from "./browser";
import { CONTAINER_COLORS } from "./container-color";
import { CONTAINER_ICONS } from "./container-icon";

const Name = pipe(string(), minLength(1));

/**
 * A name of a profile that Firefox takes after `-P`. One that begins like an option (on Windows with a slash too) it
 * refuses (`CheckArg` in `toolkit/xre/CmdLineAndEnvUtils.h`).
 */
export const FirefoxProfileName = pipe(string(), regex(/^[^-/]/));

/** Reads a {@link BrowserChoice} back from where it was remembered. */
export const BrowserChoiceSchema = variant("kind", [
  object({ kind: literal("default") }),
  /** An application of the system; its path tells two of one name apart. */
  object({ kind: literal("application"), name: Name, path: Name }),
  object({ kind: literal("chromium-profile"), browser: picklist(CHROMIUM_BROWSERS), directory: Name, name: Name }),
  object({ kind: literal("firefox-profile"), browser: picklist(FIREFOX_BROWSERS), name: FirefoxProfileName }),
  object({
    kind: literal("firefox-container"),
    browser: picklist(FIREFOX_BROWSERS),
    container: Name,
    color: optional(picklist(CONTAINER_COLORS)),
    icon: optional(picklist(CONTAINER_ICONS)),
  }),
  object({ kind: literal("private-window"), browser: picklist(BROWSER_IDS) }),
  object({ kind: literal("arc-space"), space: Name, profile: Name }),
]);

/** Where a console is opened. */
export type BrowserChoice = Readonly<InferOutput<typeof BrowserChoiceSchema>>;

/** What a row, a message or a HUD calls a choice: `Google Chrome · Work`. */
export function browserChoiceTitle(choice: BrowserChoice): string {
  switch (choice.kind) {
    case "default":
      return "Default Browser";
    case "application":
      return choice.name;
    case "chromium-profile":
    case "firefox-profile":
      return `${BROWSERS[choice.browser].title} · ${choice.name}`;
    case "firefox-container":
      return `${BROWSERS[choice.browser].title} container ${choice.container}`;
    case "private-window":
      return `Private Window of ${BROWSERS[choice.browser].title}`;
    case "arc-space":
      return `Arc · ${choice.profile} · Space ${choice.space}`;
  }
}
