import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { compileFunction } from "node:vm";
import * as React from "react";
import * as jsxRuntime from "react/jsx-runtime";
import * as v from "valibot";
import { raycastApi } from "./tree-host/raycast-api";
import { shownList } from "./tree-host/shown-list";
import { createTreeRoot, type TreeNode, type TreeRoot } from "./tree-host/tree-root";

/** Milliseconds since node began. The host and React are there, as in the launcher's worker; what follows is the command's. */
const start = performance.now();

const Task = v.object({
  /** The file with the command's bundle. */
  bundle: v.string(),
  commandName: v.string(),
  preferences: v.record(v.string(), v.unknown()),
  assetsPath: v.string(),
  supportPath: v.string(),
  /** A JSON file with the items of the launcher's storage. */
  storage: v.string(),
  /** What stands in the search bar, key after key. */
  typed: v.array(v.string()),
  /** How many rows are drawn at once for comparison. */
  atOnce: v.number(),
});

const Items = v.record(v.string(), v.string());

/** What the launcher has after React has changed the tree. */
interface Commit {
  /** When it has it, in milliseconds since node began. */
  readonly at: number;
  readonly rows: number;
  readonly titles: readonly string[];
  readonly bytes: number;
}

/** Nothing more is drawn once nothing was for this long. */
const QUIET_MS = 200;

/**
 * Runs a command in the tree host, waits for its list, types into the search bar and prints as JSON what was drawn when. A
 * script of its own, so that each run is a process, as a worker of the launcher is one.
 */
async function main([argument = ""]: readonly string[]): Promise<void> {
  const { bundle, storage, typed, atOnce, ...options } = v.parse(v.pipe(v.string(), v.parseJson(), Task), argument);
  let search = "";
  const commits: Commit[] = [];
  const root = createTreeRoot((tree) => {
    const bytes = Buffer.byteLength(JSON.stringify(tree));
    commits.push({ ...commitOf(tree, search), bytes });
  });
  const untilQuiet = async (): Promise<void> => {
    do await sleep(QUIET_MS);
    while (performance.now() - (commits.at(-1)?.at ?? start) < QUIET_MS || shownList(root.tree, search).isLoading);
  };

  const readStorage = async () => new Map(Object.entries(v.parse(Items, JSON.parse(await readFile(storage, "utf8")))));
  const modules = {
    "@raycast/api": raycastApi({ ...options, readStorage }),
    react: React,
    "react/jsx-runtime": jsxRuntime,
  };
  const Command = commandIn(bundle, modules);
  const loaded = performance.now();
  root.draw(React.createElement(Command));
  await untilQuiet();
  const first = commits.findIndex(({ rows }) => rows > 0);
  const opening = {
    start,
    loaded: loaded - start,
    first: drawn(commits.slice(0, first + 1), start),
    last: drawn(commits, start),
  };

  const keystrokes = [];
  for (const text of typed) {
    search = text;
    commits.length = 0;
    const pressed = performance.now();
    const { onSearchTextChange, isFilteredByHost } = shownList(root.tree, text);
    root.handleEvent(() => onSearchTextChange(text));
    // Where the launcher filters it has the result without a commit.
    if (isFilteredByHost) commits.unshift({ ...commitOf(root.tree, text), bytes: 0 });
    await untilQuiet();
    keystrokes.push({ text, ...drawn(untilResult(commits), pressed) });
  }
  console.log(JSON.stringify({ ...opening, keystrokes, atOnce: await drawAtOnce(root, atOnce) }));
  process.exit();
}

function commitOf(tree: TreeNode, search: string): Omit<Commit, "bytes"> {
  const { drawn, titles } = shownList(tree, search);
  return { at: performance.now(), rows: drawn.length, titles };
}

/** The commits up to the one that shows what is shown in the end. */
function untilResult(commits: readonly Commit[]): readonly Commit[] {
  const inTheEnd = commits.at(-1)?.titles.join("\n");
  return commits.slice(0, commits.findLastIndex(({ titles }) => titles.join("\n") !== inTheEnd) + 2);
}

/** What it took from a moment until the last of some commits. */
function drawn(commits: readonly Commit[], since: number) {
  const last = commits.at(-1);
  const bytes = commits.reduce((sum, commit) => sum + commit.bytes, 0);
  return {
    ms: (last?.at ?? NaN) - since,
    rows: last?.rows ?? 0,
    shown: last?.titles.length ?? 0,
    bytes,
    commits: commits.length,
  };
}

/** Draws copies of the first row of what was drawn, as host elements with nothing to compute, into a list of their own. */
async function drawAtOnce({ tree }: TreeRoot, count: number): Promise<ReturnType<typeof drawn>> {
  const [row] = shownList(tree, "").drawn;
  if (!row) throw new Error("No row was drawn.");
  const commits: Commit[] = [];
  const other = createTreeRoot((copies) => {
    const bytes = Buffer.byteLength(JSON.stringify(copies));
    commits.push({ ...commitOf(copies, ""), bytes });
  });
  const since = performance.now();
  other.draw(
    React.createElement(
      "List",
      {},
      Array.from({ length: count }, (_, index) => elementOf(row, index)),
    ),
  );
  while (commits.length === 0) await sleep(1);
  return drawn(commits, since);
}

function elementOf({ type, props, children }: TreeNode, key: number): React.ReactElement {
  return React.createElement(type, { ...props, key }, children.map(elementOf));
}

/** The view that a command's bundle exports, loaded as the launcher does: what is external comes from the launcher. */
function commandIn(file: string, provided: Readonly<Record<string, object>>): React.FunctionComponent {
  const own = createRequire(file);
  const module: { exports: { default?: React.FunctionComponent } } = { exports: {} };
  const run = compileFunction(readFileSync(file, "utf8"), ["exports", "require", "module"], { filename: file });
  run(module.exports, (name: string): unknown => provided[name] ?? own(name), module);
  if (!module.exports.default) throw new Error(`${file} exports no command.`);
  return module.exports.default;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
