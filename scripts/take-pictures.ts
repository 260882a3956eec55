import { mkdir } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";
import { demoUser } from "../test/aws-double/demo-world";
import { openExtensionInTerminal } from "../test/e2e/extension-in-terminal";

// Draws the README's pictures from a real run in the terminal host: `npm run pictures` (tmux, aha and chromium needed).
const MEDIA = path.join(__dirname, "..", "media");

async function main(): Promise<void> {
  await mkdir(MEDIA, { recursive: true });
  const extension = await openExtensionInTerminal("open-aws-console");
  const { terminal, double } = extension;
  try {
    await terminal.waitFor("demo-role2", 60_000);
    await terminal.picture(path.join(MEDIA, "list.png"));

    await terminal.type("demo-role2");
    await terminal.press("Enter");
    await terminal.waitFor("MFA Code");
    await terminal.picture(path.join(MEDIA, "mfa-code.png"));

    await terminal.type("000000");
    await terminal.waitFor("used before");
    await terminal.picture(path.join(MEDIA, "mfa-code-refused.png"));

    await terminal.press("C-u");
    await terminal.type(double.mfaCode(demoUser.mfaSerial));
    await terminal.waitFor("Opened demo-role2");
    await takeConsolePicture(await extension.received("xdg-open"), path.join(MEDIA, "console.png"));
    await terminal.waitFor("powered by");
    await terminal.press("C-k");
    await terminal.waitFor("Open for 12 Hours");
    await terminal.picture(path.join(MEDIA, "actions.png"));

    await terminal.press("Escape");
    await terminal.waitFor(/Users[^]*powered by/);
    await terminal.picture(path.join(MEDIA, "list-with-sessions.png"));

    await terminal.press("C-x");
    await terminal.waitFor("Forgot every session");
    await terminal.press("Enter");
    await terminal.waitFor("Next Code");
    await terminal.picture(path.join(MEDIA, "mfa-code-spent.png"));

    await terminal.press("Escape");
    await terminal.waitFor(/Users[^]*powered by/);
    await terminal.press("C-o");
    await terminal.waitFor("CloudFormation");
    await terminal.type("cw");
    await terminal.waitFor(/> cw[^]*CloudWatch Metrics/);
    await terminal.picture(path.join(MEDIA, "services.png"));
  } finally {
    await extension.close();
  }
  await takeProblemsPicture();
}

/** What people have in their files, and what the list says of it. */
const CONFIG_WITH_PROBLEMS = `
[profile nightly-backup]
role_arn = arn:aws:iam::444444444444:role/backup
source_profile = demo-role1
duration_seconds = 43200

[profile staging admin]
role_arn = arn:aws:iam::222222222222:role/admin
source_profile = demo-default

[profile billing]
role_arn = arn:aws:iam::555555555555:role/billing
source_profile = demo-defualt

[profile audit]
role_arn = arn:aws:iam::666666666666:role/audit
source_profile = security-key

[profile security-key]
mfa_serial = arn:aws:iam::111111111111:u2f/user/demo-user/yubikey
`;

async function takeProblemsPicture(): Promise<void> {
  const { terminal, close } = await openExtensionInTerminal("open-aws-console", CONFIG_WITH_PROBLEMS);
  try {
    await terminal.waitFor("Problems", 60_000);
    await terminal.picture(path.join(MEDIA, "problems.png"));
  } finally {
    await close();
  }
}

async function takeConsolePicture(signInUrl: string, file: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await page.goto(signInUrl);
  await page.screenshot({ path: file });
  await browser.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
