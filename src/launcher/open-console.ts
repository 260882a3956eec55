import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { ProblemError } from "../aws/problem";
import { browserChoiceTitle } from "./browsers/browser-choice";
import { BrowserError } from "./browsers/browser-error";
import { prepareBrowser } from "./browsers/prepare-browser";
import { browserOf, type ConsoleChoice } from "./console-choice";
import { openedText } from "./opened-text";
import { readProfileMemory, rememberOpened } from "./profile-memory";
import { requestSignInUrl } from "./request-sign-in-url";
import { successText } from "./success-text";
import { withProgress } from "./with-progress";

/**
 * Opens the console of a profile and says which account and role it is.
 *
 * @param choice what of the console, and how; by default as the profile's defaults and the preferences have it
 */
export function openConsole(shown: ChainPlan, mfaPrompt: MfaPrompt, choice: ConsoleChoice = {}): Promise<void> {
  const { profile } = shown;
  return withProgress(`Opening ${profile}`, async (progress, signal) => {
    const explain = (error: unknown): never => {
      throw error instanceof BrowserError ? browserUnavailable(profile, error) : error;
    };
    const browser = await browserOf(shown, choice);
    const openInBrowser = await prepareBrowser(browser).catch(explain);
    const link = await requestSignInUrl(shown, choice, { mfaPrompt, progress, signal });
    await openInBrowser(link.url, signal).catch(explain);
    await rememberOpened(profile);
    const { aliases } = await readProfileMemory();
    // Nobody should wait for one browser while another opens.
    const place = browser.kind === "default" ? "" : `, in ${browserChoiceTitle(browser)}`;
    return {
      hud: successText(`Opened ${openedText(link, aliases)}${place}`, link.kind === "sign-in" ? link.notes : []),
    };
  });
}

function browserUnavailable(profile: string, { choice, failure }: BrowserError): ProblemError {
  return new ProblemError({ kind: "browser-unavailable", profile, browser: browserChoiceTitle(choice), failure });
}
