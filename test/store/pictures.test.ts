import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pngSize } from "../png-size";
import { readManifest } from "./manifest";
import { projectFile } from "./project-file";

const manifest = readManifest();
const icons = [manifest, ...manifest.commands, ...(manifest.tools ?? [])].flatMap(({ icon }) => icon ?? []);
const screenshots = readdirSync(projectFile("metadata"));

describe("icons", () => {
  it.each([...new Set(icons)])("has %s in light and dark", (icon) => {
    for (const file of [icon, icon.replace(/\.png$/, "@dark.png")])
      expect(pngSize(projectFile(`assets/${file}`)), file).toEqual({ width: 512, height: 512 });
  });
});

describe("screenshots", () => {
  it("are three to six, and nothing else lies beside them", () => {
    expect(screenshots.length).toBeGreaterThanOrEqual(3);
    expect(screenshots.length).toBeLessThanOrEqual(6);
    expect(screenshots.toSorted()).toEqual(screenshots.map((_, index) => `${manifest.name}-${index + 1}.png`));
  });

  it.each(screenshots)("has %s in the Store's size", (file) => {
    expect(pngSize(projectFile(`metadata/${file}`))).toEqual({ width: 2000, height: 1250 });
  });
});
