import { type PathSurroundings, expandPath } from "../../aws/shared-config/file-locations";
import { readOrdinaryFile } from "../read-ordinary-file";
import { ARC_FILES, arcSpaces } from "./arc-spaces";
import { type BrowserId, CHROMIUM_BROWSERS, FIREFOX_BROWSERS } from "./browser";
import { type BrowserChoice } from "./browser-choice";
import { profileFiles } from "./browser-files";
import { chromiumProfiles } from "./chromium-profiles";
import { firefoxProfiles } from "./firefox-profiles";

/**
 * The profiles of a browser, each as a choice, in the browser's order. Files that are not there or cannot be read hold
 * none; nothing is written and nothing throws.
 */
export async function readProfileChoices(
  browser: BrowserId,
  surroundings: PathSurroundings,
): Promise<readonly BrowserChoice[]> {
  for (const file of profileFiles(browser, surroundings)) {
    const choices = profileChoices(browser, await readText(file));
    if (choices.length > 0) return choices;
  }
  return [];
}

/** The Spaces of Arc on macOS, each as a choice. Files that are not there or cannot be read hold none. */
export async function readArcSpaceChoices(surroundings: PathSurroundings): Promise<readonly BrowserChoice[]> {
  const sidebar = await readText(expandPath(ARC_FILES.sidebar, surroundings));
  const localState = await readText(expandPath(ARC_FILES.localState, surroundings));
  return arcSpaces(sidebar, localState).map(({ space, profile }) => ({ kind: "arc-space", space, profile }));
}

function profileChoices(browser: BrowserId, text: string): readonly BrowserChoice[] {
  const chromium = CHROMIUM_BROWSERS.find((id) => id === browser);
  if (chromium) {
    return chromiumProfiles(text).map((profile) => ({ kind: "chromium-profile", browser: chromium, ...profile }));
  }
  const firefox = FIREFOX_BROWSERS.find((id) => id === browser);
  if (firefox) return firefoxProfiles(text).map((name) => ({ kind: "firefox-profile", browser: firefox, name }));
  return [];
}

async function readText(file: string): Promise<string> {
  const reading = await readOrdinaryFile(file);
  return reading.kind === "bytes" ? new TextDecoder().decode(reading.bytes) : "";
}
