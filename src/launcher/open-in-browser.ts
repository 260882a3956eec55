import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { ProblemError } from "../aws/problem";
import { browserChoiceTitle } from "./browsers/browser-choice";
import { BrowserError } from "./browsers/browser-error";
import { prepareBrowser } from "./browsers/prepare-browser";
import { browserOf, type ConsoleChoice } from "./console-choice";
import { openedText } from "./opened-text";
import { type Opening } from "./opening";
import { readAccountAliases, rememberOpened } from "./profile-memory";
import { requestSignInUrl } from "./request-sign-in-url";
import { successText } from "./success-text";

/**
 * Opens the console of a profile that is shown.
 *
 * @returns what says which account and role it is: "Opened demo-role2 in 333333333333"
 * @throws ProblemError as {@link requestSignInUrl} does, and `browser-unavailable`
 */
export async function openInBrowser(shown: ChainPlan, choice: ConsoleChoice, opening: Opening): Promise<string> {
  const { profile } = shown;
  const explain = (error: unknown): never => {
    throw error instanceof BrowserError ? browserUnavailable(profile, error) : error;
  };
  const browser = await browserOf(shown, choice);
  const openLink = await prepareBrowser(browser).catch(explain);
  const link = await requestSignInUrl(shown, choice, opening);
  await openLink(link.url, opening.signal).catch(explain);
  await rememberOpened(profile);
  const aliases = await readAccountAliases();
  // Nobody should wait for one browser while another opens.
  const place = browser.kind === "default" ? "" : `, in ${browserChoiceTitle(browser)}`;
  return successText(`Opened ${openedText(link, aliases)}${place}`, link.kind === "sign-in" ? link.notes : []);
}

function browserUnavailable(profile: string, { choice, failure }: BrowserError): ProblemError {
  return new ProblemError({ kind: "browser-unavailable", profile, browser: browserChoiceTitle(choice), failure });
}
