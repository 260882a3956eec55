import path from "node:path";
import { chromium } from "playwright-core";

// Draws assets/extension-icon.png (512 × 512, as the Store wants it) from scripts/extension-icon.svg with Debian's Chromium.
const projectFolder = path.join(import.meta.dirname, "..");
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 512, height: 512 } });
await page.goto(`file://${path.join(projectFolder, "scripts", "extension-icon.svg")}`);
await page.screenshot({ path: path.join(projectFolder, "assets", "extension-icon.png"), omitBackground: true });
await browser.close();
