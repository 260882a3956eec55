import { existsSync } from "node:fs";
import { titleCase } from "@raycast/eslint-plugin/api";
import { describe, expect, it } from "vitest";
import { projectFile } from "./project-file";
import { readManifest } from "./manifest";

const manifest = readManifest();
const { commands, tools = [] } = manifest;
const preferences = [manifest, ...commands].flatMap((owner) => owner.preferences ?? []);
const commandArguments = commands.flatMap((command) => ("arguments" in command ? (command.arguments ?? []) : []));

const titled = [manifest, ...commands, ...tools, ...preferences].flatMap(({ title }) => title ?? []);
const described = [manifest, ...commands, ...tools];

describe("what the launcher shows", () => {
  it.each(titled)("has the title %s in Raycast's title case", (title) => {
    expect(title).toBe(titleCase(title));
  });

  it.each(described)("describes $title in one sentence", ({ description }) => {
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(description).not.toMatch(/[.!?] /);
  });

  it.each(preferences)("describes the preference $name in whole sentences", ({ description }) => {
    expect(description).toMatch(/^[A-Z].*\.$/);
  });

  it("spells Raycast as it is spelled", () => {
    for (const { title, description } of described) expect(`${title} ${description}`).not.toMatch(/RayCast|raycast/);
  });

  it("has every choice of a dropdown once, and a default that is one", () => {
    for (const choice of [...preferences, ...commandArguments]) {
      if (choice.type !== "dropdown") continue;
      const values = choice.data.map(({ value }) => value);
      expect(new Set(values).size, choice.name).toBe(values.length);
      if ("default" in choice) expect(values, choice.name).toContain(choice.default);
    }
  });
});

describe("names", () => {
  it.each([
    ["commands", commands],
    ["tools", tools],
    ["preferences", preferences],
  ])("are unique among %s", (_, named) => {
    const names = named.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(commands)("lead from $name to a file", ({ name }) => {
    const files = [`src/${name}.tsx`, `src/${name}.ts`];
    expect(files.filter((file) => existsSync(projectFile(file)))).toHaveLength(1);
  });

  it("are titles that differ, for the root search", () => {
    const titles = commands.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

it("is found by keywords that stand there once, in lower case", () => {
  const keywords = manifest.keywords ?? [];
  expect(keywords).toEqual([...new Set(keywords.map((keyword) => keyword.toLowerCase()))]);
});
