import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

/** The programs that a picture needs. */
export const PICTURE_TOOLS = ["aha", "chromium"];

/** How a picture of a screen is laid out. The page is `<div class="screen"><pre>…</pre></div>`. */
export interface PictureLayout {
  /** CSS pixels; a picture has two for each, in both directions. */
  readonly viewport: { readonly width: number; readonly height: number };
  /** Selects what of the page becomes the picture. */
  readonly part: "body" | "pre";
  readonly css: string;
}

/** The screen and nothing else. */
export const bareScreen: PictureLayout = {
  viewport: { width: 1600, height: 1000 },
  part: "pre",
  css: "pre { display: inline-block; margin: 0; padding: 16px; font-size: 16px; }",
};

const run = promisify(execFile);

/** Draws what is on a terminal's screen, in its colors, as a PNG file. */
export async function drawTerminal(
  screen: { readonly ansiText: string; readonly columns: number },
  file: string,
  layout: PictureLayout = bareScreen,
): Promise<void> {
  const html = await ansiToHtml(screen.ansiText);
  const { stdout: executable } = await run("sh", ["-c", "command -v chromium"]);
  const browser = await chromium.launch({ executablePath: executable.trim(), chromiumSandbox: false });
  try {
    const page = await browser.newPage({ deviceScaleFactor: 2, viewport: layout.viewport });
    // The font's own line height: box-drawing characters then touch from line to line.
    await page.setContent(`<style>
      pre { min-width: ${screen.columns}ch; color: #ddd; background: #181818;
            font: 16px/normal "DejaVu Sans Mono", Menlo, monospace; font-variant-ligatures: none; }
      ${layout.css}
    </style><div class="screen"><pre>${html}</pre></div>`);
    await page.locator(layout.part).screenshot({ path: file });
  } finally {
    await browser.close();
  }
}

function ansiToHtml(ansiText: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const aha = execFile("aha", ["--black", "--no-header"], (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
    aha.stdin?.end(ansiText);
  });
}
