import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { preProcessFile } from "typescript";
import { describe, expect, it } from "vitest";
import { readManifest } from "./manifest";
import { projectFile } from "./project-file";

const manifest = readManifest();
const read = (file: string): string => readFileSync(projectFile(file), "utf8");
const sources = readdirSync(projectFile("src"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: read(path.join("src", file)) }));

describe("the files beside the manifest", () => {
  it.each([
    ["README.md", manifest.title],
    ["CHANGELOG.md", `${manifest.title} Changelog`],
  ])("begin with the extension's title: %s", (file, title) => {
    expect(read(file).split("\n")[0]).toBe(`# ${title}`);
  });

  it("tell each change with its date, or with what stands for it until the Store merges", () => {
    const headings = read("CHANGELOG.md").match(/^## .*$/gm);
    expect(headings).not.toBeNull();
    for (const heading of headings ?? []) expect(heading).toMatch(/^## \[.+\] - (\{PR_MERGE_DATE\}|\d{4}-\d\d-\d\d)$/);
  });

  it("have the license that the Store asks for", () => {
    expect(read("LICENSE")).toMatch(/^MIT License\n/);
  });

  it("have a lock of npm's without download addresses, which hold on one machine only", () => {
    const lock = read("package-lock.json");
    expect(lock).toMatch(/"lockfileVersion": [23],/);
    expect(lock).not.toContain('"resolved"');
    for (const other of ["yarn.lock", "pnpm-lock.yaml", "npm-shrinkwrap.json"])
      expect(readdirSync(projectFile("."))).not.toContain(other);
  });
});

describe("dependencies", () => {
  const imported = new Set(sources.flatMap(({ text }) => importedPackages(text)));
  // What travels as an asset is copied at install and never imported.
  const atInstall = [...(manifest.scripts.postinstall ?? "").matchAll(/scripts\/\S+/g)]
    .map(([file]) => read(file))
    .join();

  it.each(Object.keys(manifest.dependencies))("needs %s", (dependency) => {
    expect(imported.has(dependency) || atInstall.includes(`"${dependency}`)).toBe(true);
  });

  it("lacks none that is imported", () => {
    expect([...imported].filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });

  it("are pinned, and none stands twice", () => {
    const all = [...Object.entries(manifest.dependencies), ...Object.entries(manifest.devDependencies)];
    for (const [name, version] of all) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
  });
});

it("takes the types of preferences and arguments from the manifest", () => {
  const byHand = /\b(interface|type) (Preferences|ExtensionPreferences|Arguments)\b/;
  expect(sources.filter(({ text }) => byHand.test(text)).map(({ file }) => file)).toEqual([]);
});

/** The packages that a module imports, at its start or later; types count too. */
function importedPackages(text: string): string[] {
  return preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith(".") && !isBuiltin(name))
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
}
