import path from "node:path";
import { chromium } from "playwright-core";

// Draws assets/extension-icon.png and its dark sister (512 × 512, as the Store wants them) from scripts/extension-icon.svg
// with Debian's Chromium: `npm run icon`. Raycast takes the one with `@dark` by itself.
const FILES = { light: "extension-icon.png", dark: "extension-icon@dark.png" };

const projectFolder = path.join(import.meta.dirname, "..");
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [colorScheme, file] of Object.entries(FILES)) {
  const page = await browser.newPage({ viewport: { width: 512, height: 512 }, colorScheme });
  await page.goto(`file://${path.join(projectFolder, "scripts", "extension-icon.svg")}`);
  await page.screenshot({ path: path.join(projectFolder, "assets", file), omitBackground: true });
}
await browser.close();
