import { type PictureLayout } from "../test/e2e/terminal-picture";

/** What the Raycast Store shows: 2000 × 1250 pixels, the screen as a window in the middle, the same background each time. */
export const storeScreenshot: PictureLayout = {
  viewport: { width: 1000, height: 625 },
  part: "body",
  css: `
    body { display: grid; place-items: center; height: 100vh; margin: 0;
           background: linear-gradient(#33445f, #141d2c); }
    .screen { overflow: hidden; padding: 8px 18px; border-radius: 12px; position: relative;
              background: #181818; box-shadow: 0 0 0 1px #ffffff26, 0 24px 60px #0009; }
    .screen::before { content: ""; position: absolute; left: 18px; top: 16px; width: 11px; height: 11px; border-radius: 50%;
                      background: #ff5f57; box-shadow: 18px 0 #febc2e, 36px 0 #28c840; }
    pre { margin: 0; font-size: 13.5px; }
  `,
};
