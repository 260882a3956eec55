import { createHash, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Browser, type BrowserContext, chromium, type Page, type Response } from "playwright-core";
import { type ProxiedRequest, startConnectProxy } from "../aws-double/connect-proxy";
import { type ConsoleFacts } from "../aws-double/visit-console";

/** A page as it was when it had loaded, in a tab that stays open. */
export interface SeenPage {
  /** Where the browser ended, fragment included. */
  readonly url: string;
  readonly status: number;
  /** What a person can read. */
  readonly text: string;
  /** Of a console page of the stand-in; empty for any other page. */
  readonly facts: ConsoleFacts;
  /** The same tab, loaded again. */
  reload(): Promise<SeenPage>;
  /** The same tab, after a click on the link with this text. */
  follow(link: string): Promise<SeenPage>;
}

/** The browser of one user: its cookies last from one page to the next, and are nobody else's. */
export interface UserBrowser {
  /**
   * Opens a URL in a new tab.
   *
   * @throws Error when nothing can be loaded, as from any host that is neither AWS's nor the stand-in.
   */
  open(url: string): Promise<SeenPage>;
}

/** A running Chromium, which is also the browser of a first user. */
export interface ConsoleInChromium extends UserBrowser {
  newUser(): Promise<UserBrowser>;
  /** What was asked of AWS's hosts, and which other hosts were refused. */
  readonly requests: readonly ProxiedRequest[];
  close(): Promise<void>;
}

/** The programs that are needed, for `missingTools`. */
export const CHROMIUM_TOOLS = ["chromium", "openssl"] as const;

/**
 * Starts Chromium with a throw-away profile, in which every host of AWS is the stand-in and nothing else can be reached
 * but the stand-in's own address.
 *
 * @param double The stand-in, serving http.
 */
export async function startChromium(double: { readonly url: string }): Promise<ConsoleInChromium> {
  const proxy = await startConnectProxy(double.url);
  let browser: Browser;
  try {
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      // Chromium sends loopback past a proxy by itself. Here only the stand-in may be passed by.
      proxy: { server: proxy.url, bypass: `<-loopback>,${new URL(double.url).host}` },
      args: [
        `--ignore-certificate-errors-spki-list=${await publicKeyHash(proxy.caFile)}`,
        // Not even a name may be looked up outside.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ],
    });
  } catch (error) {
    await proxy.close();
    throw error;
  }
  const newUser = async () => userBrowser(await browser.newContext());
  return {
    ...(await newUser()),
    newUser,
    requests: proxy.requests,
    close: async () => {
      await browser.close();
      await proxy.close();
    },
  };
}

function userBrowser(context: BrowserContext): UserBrowser {
  return {
    open: async (url) => {
      const page = await context.newPage();
      return seenPage(page, await page.goto(url));
    },
  };
}

async function seenPage(page: Page, response: Response | null): Promise<SeenPage> {
  if (!response) throw new Error(`No page was loaded from ${page.url()}`);
  const facts = await page
    .locator("dd[id]")
    .evaluateAll((elements) => elements.map((element): [string, string] => [element.id, element.textContent ?? ""]));
  return {
    url: page.url(),
    status: response.status(),
    text: await page.locator("body").innerText(),
    facts: Object.fromEntries(facts),
    reload: async () => seenPage(page, await page.reload()),
    follow: async (link) => {
      const arrived = page.waitForResponse(
        (candidate) => candidate.request().isNavigationRequest() && !candidate.headers().location,
      );
      await page.getByRole("link", { name: link }).click();
      const answer = await arrived;
      await page.waitForURL(answer.url());
      return seenPage(page, answer);
    },
  };
}

/** By this hash Chromium trusts whatever the authority's certificate comes along with, and no other certificate. */
async function publicKeyHash(certificateFile: string): Promise<string> {
  const { publicKey } = new X509Certificate(await readFile(certificateFile));
  return createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("base64");
}
