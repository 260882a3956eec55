import { readFileSync } from "node:fs";
import {
  array,
  boolean,
  getDotPath,
  type InferOutput,
  literal,
  looseObject,
  maxLength,
  minLength,
  nonEmpty,
  optional,
  parseJson,
  picklist,
  pipe,
  record,
  regex,
  safeParse,
  strictObject,
  string,
  unknown,
  variant,
} from "valibot";
import { projectFile } from "./project-file";

// The manifest as Raycast's documentation has it (developers.raycast.com/information/manifest). The Store checks a JSON
// schema, which comes with no package. A field that is spelled wrong is a failure here: Raycast passes over it.

const Text = pipe(string(), nonEmpty());
const KebabCase = pipe(string(), regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/));
const Identifier = pipe(string(), regex(/^[a-zA-Z][a-zA-Z0-9]*$/));
const Platforms = pipe(array(picklist(["macOS", "Windows"])), nonEmpty());
const Choices = pipe(array(strictObject({ title: Text, value: string() })), minLength(2));

const anyPreference = { name: Identifier, description: Text, required: boolean() };

const Preference = variant("type", [
  strictObject({
    ...anyPreference,
    type: picklist(["textfield", "password"]),
    title: Text,
    placeholder: Text,
    default: optional(string()),
  }),
  strictObject({
    ...anyPreference,
    type: literal("checkbox"),
    title: optional(Text),
    label: Text,
    default: optional(boolean()),
  }),
  strictObject({ ...anyPreference, type: literal("dropdown"), title: Text, data: Choices, default: string() }),
  strictObject({
    ...anyPreference,
    type: picklist(["appPicker", "file", "directory"]),
    title: Text,
    placeholder: optional(Text),
    default: optional(string()),
  }),
]);

const anyArgument = { name: Identifier, placeholder: Text, required: optional(boolean()) };

const Argument = variant("type", [
  strictObject({ ...anyArgument, type: picklist(["text", "password"]) }),
  strictObject({ ...anyArgument, type: literal("dropdown"), data: Choices }),
]);

const anyCommand = {
  name: KebabCase,
  title: Text,
  // The Store asks for one where an extension has several commands.
  subtitle: Text,
  description: Text,
  icon: optional(Text),
  keywords: optional(array(Text)),
  preferences: optional(array(Preference)),
  disabledByDefault: optional(boolean()),
  platforms: optional(Platforms),
};

const Arguments = pipe(array(Argument), maxLength(3));
const Interval = pipe(string(), regex(/^([6-9]\d|[1-9]\d{2,})s$|^[1-9]\d*[mhd]$/));

const Command = variant("mode", [
  strictObject({ ...anyCommand, mode: literal("view"), arguments: optional(Arguments) }),
  strictObject({
    ...anyCommand,
    mode: literal("no-view"),
    arguments: optional(Arguments),
    interval: optional(Interval),
  }),
  strictObject({ ...anyCommand, mode: literal("menu-bar"), interval: optional(Interval) }),
]);

const Tool = strictObject({
  name: KebabCase,
  title: Text,
  description: Text,
  icon: optional(Text),
});

const Manifest = strictObject({
  $schema: literal("https://www.raycast.com/schemas/extension.json"),
  name: KebabCase,
  title: Text,
  description: Text,
  icon: pipe(string(), regex(/\.png$/)),
  author: Text,
  contributors: optional(array(Text)),
  categories: pipe(
    array(
      picklist([
        "Applications",
        "Communication",
        "Data",
        "Documentation",
        "Design Tools",
        "Developer Tools",
        "Finance",
        "Fun",
        "Media",
        "News",
        "Productivity",
        "Security",
        "System",
        "Web",
        "Other",
      ]),
    ),
    nonEmpty(),
  ),
  keywords: optional(array(Text)),
  license: literal("MIT"),
  platforms: Platforms,
  preferences: optional(array(Preference)),
  commands: pipe(array(Command), nonEmpty()),
  tools: optional(array(Tool)),
  ai: optional(looseObject({})),
  // npm's
  scripts: record(string(), string()),
  dependencies: record(string(), string()),
  devDependencies: record(string(), string()),
  overrides: optional(unknown()),
  engines: optional(unknown()),
});

export type Manifest = InferOutput<typeof Manifest>;

/** Reads this extension's manifest. Throws where it is not as Raycast's documentation has it, with each place. */
export function readManifest(): Manifest {
  const json = readFileSync(projectFile("package.json"), "utf8");
  const { success, output, issues } = safeParse(pipe(string(), parseJson(), Manifest), json);
  if (success) return output;
  throw new Error(issues.map((issue) => `package.json, ${getDotPath(issue) ?? "all"}: ${issue.message}`).join("\n"));
}
