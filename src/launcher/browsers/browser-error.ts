import { type BrowserFailure } from "../../aws/console/sign-in-problem";
import { type BrowserChoice, browserChoiceTitle } from "./browser-choice";

/** A browser that did not open. Neither message nor stack quotes the address, and there is no cause that could. */
export class BrowserError extends Error {
  override readonly name = "BrowserError";

  constructor(
    readonly choice: BrowserChoice,
    readonly failure: BrowserFailure,
  ) {
    super(sentence(choice, failure));
  }
}

function sentence(choice: BrowserChoice, failure: BrowserFailure): string {
  const title = browserChoiceTitle(choice);
  switch (failure.kind) {
    case "not-installed":
      return `"${title}" cannot be opened: the browser was not found.`;
    case "profile-gone":
      return `"${title}" is not there any more.`;
    case "not-opened":
      return `"${title}" did not open: ${failure.reason}.`;
  }
}
