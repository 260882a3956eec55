import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright-core";
import { demoUser } from "../test/aws-double/demo-world";
import { type ExtensionInTerminal, openExtensionInTerminal } from "../test/e2e/extension-in-terminal";
import { type Terminal } from "../test/e2e/terminal";
import { COMPANY, PROBLEMS } from "./pictured-config";
import { storeScreenshot } from "./store-screenshot";

// `npm run pictures` draws the README's pictures (media/) and the Store's screenshots (metadata/) from a real run in the
// terminal host, in a throw-away home, with the stand-in for AWS. Debian packages: tmux aha chromium fonts-dejavu-core.
const PROJECT = path.join(__dirname, "..");
const MEDIA = path.join(PROJECT, "media");
const METADATA = path.join(PROJECT, "metadata");

/** The pictures that the Store shows too, in its order. */
const STORE = ["list-with-sessions", "chain", "mfa-code", "actions", "services", "problems"];

const SIZE = { columns: 104, rows: 30 };
const SLOW_MS = 60_000;
const CODE_MS = 30_000;
const STILL_MS = 500;

async function main(): Promise<void> {
  await mkdir(MEDIA, { recursive: true });
  await rm(METADATA, { recursive: true, force: true });
  await mkdir(METADATA);
  await inTerminal("open-aws-console", COMPANY, openARole);
  await inTerminal("open-aws-console", PROBLEMS, lookAtProblems);
  await inTerminal("enter-mfa-code", COMPANY, startASession);
  await inTerminal("add-access-key", COMPANY, addAKey);
}

async function openARole({ terminal, double, received }: ExtensionInTerminal): Promise<void> {
  await terminal.waitFor("demo-role2", SLOW_MS);
  await take(terminal, "list");

  await terminal.type("role2 333");
  await take(terminal, "search");
  await terminal.press("Enter");
  await terminal.waitFor("MFA Code");
  await take(terminal, "mfa-code");

  await terminal.type("000000");
  await terminal.waitFor("used before");
  await take(terminal, "mfa-code-refused");

  await terminal.press("C-u");
  await untilNextCode();
  await terminal.type(double.mfaCode(demoUser.mfaSerial));
  await terminal.waitFor("Opened demo-role2");
  await terminal.picture(path.join(MEDIA, "opened.png"));
  await takeConsole(await received("xdg-open"));

  await untilKeysCount(terminal);
  await terminal.press("C-x");
  await terminal.waitFor("Forgot the sessions");
  await untilKeysCount(terminal);
  await terminal.press("Enter");
  await terminal.waitFor("Next Code");
  await take(terminal, "mfa-code-spent");

  await terminal.type(double.mfaCode(demoUser.mfaSerial));
  await terminal.waitFor("Opened demo-role2");
  await backInWholeList(terminal);
  await take(terminal, "list-with-sessions");

  await terminal.press("C-y");
  await terminal.waitFor("Role ARN");
  await take(terminal, "chain");
  await terminal.press("C-y");
  await untilKeysCount(terminal);

  await terminal.press("C-k");
  await terminal.waitFor("Search actions");
  await take(terminal, "actions");
  await terminal.type("Copy as Bash");
  await terminal.waitFor(/›\S* Copy as Bash or Zsh/);
  await terminal.press("Enter");
  await terminal.waitFor("Copied credentials of demo-role2");
  await terminal.picture(path.join(MEDIA, "copied.png"));
  await backInWholeList(terminal);

  await terminal.press("C-o");
  await terminal.waitFor("CloudFormation");
  await terminal.type("cw");
  await terminal.waitFor(/> cw[^]*CloudWatch Metrics/);
  await take(terminal, "services");
  await terminal.press("Escape");
  await backInWholeList(terminal);
}

async function lookAtProblems({ terminal }: ExtensionInTerminal): Promise<void> {
  await terminal.waitFor("Problems", SLOW_MS);
  await take(terminal, "problems");
}

async function startASession({ terminal }: ExtensionInTerminal): Promise<void> {
  // The host asks for the arguments in a form of its own.
  await terminal.waitFor("Enter the arguments", SLOW_MS);
  await terminal.press("M-Enter");
  await terminal.waitFor("production");
  await take(terminal, "enter-mfa-code");
}

async function addAKey({ terminal }: ExtensionInTerminal): Promise<void> {
  await terminal.waitFor("Secret Access Key", SLOW_MS);
  await take(terminal, "add-access-key");
}

async function inTerminal(
  command: string,
  config: string,
  scenes: (extension: ExtensionInTerminal) => Promise<void>,
): Promise<void> {
  const extension = await openExtensionInTerminal(command, config, SIZE);
  try {
    await scenes(extension);
  } finally {
    await extension.close();
  }
}

/** What is shown of a code that was sent has to fit into its half minute. */
async function untilNextCode(): Promise<void> {
  await sleep(CODE_MS - (Date.now() % CODE_MS));
}

/** The host takes no key while a message is there, and for a moment after that. */
async function untilKeysCount(terminal: Terminal): Promise<void> {
  await terminal.waitFor("powered by");
  await sleep(STILL_MS);
}

/** Leaves views and searches one by one: an Escape too many would end the host. */
async function backInWholeList(terminal: Terminal): Promise<void> {
  await untilKeysCount(terminal);
  if ((await terminal.screen()).includes("Search profile")) return;
  await terminal.press("Escape");
  await backInWholeList(terminal);
}

async function take(terminal: Terminal, name: string): Promise<void> {
  await untilStill(terminal);
  await terminal.picture(path.join(MEDIA, `${name}.png`));
  const place = STORE.indexOf(name) + 1;
  if (place > 0) await terminal.picture(path.join(METADATA, `aws-role-chains-${place}.png`), storeScreenshot);
}

/** The host draws Markdown later than what stands around it; where something spins, nothing is ever still. */
async function untilStill(terminal: Terminal): Promise<void> {
  let before = "";
  for (let looks = 0; looks < 5; looks++) {
    const now = await terminal.screen();
    if (now === before) return;
    before = now;
    await sleep(STILL_MS);
  }
}

async function takeConsole(signInUrl: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await page.goto(signInUrl);
  await page.screenshot({ path: path.join(MEDIA, "console.png") });
  await browser.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
