/** Secret keys are forty characters of Base64, tokens more. Names hold a dash or an underscore sooner or later. */
const MAY_BE_SECRET = /[A-Za-z0-9/+=]{40,}/g;
/** Sixty characters are enough to find a text by. */
const LONGEST = /^.{60}(?=.)/su;

/**
 * A text of the shared files as messages quote it: its first line, for the lines that continue it may be settings that
 * were indented by mistake; its beginning; and nothing that may be a key somebody pasted in the wrong place.
 */
export function shownText(text: string): string {
  const [firstLine = ""] = text.split("\n", 1);
  const harmless = firstLine.replaceAll(MAY_BE_SECRET, "…");
  const [beginning = harmless] = LONGEST.exec(harmless) ?? [];
  const isWhole = beginning === harmless && firstLine.length === text.length;
  return isWhole || beginning.endsWith("…") ? beginning : `${beginning}…`;
}
