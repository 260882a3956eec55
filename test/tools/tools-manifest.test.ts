import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  array,
  boolean,
  looseObject,
  minLength,
  object,
  optional,
  parse,
  parseJson,
  pipe,
  record,
  startsWith,
  string,
  unknown,
} from "valibot";
import { describe, expect, it } from "vitest";

const inProject = (path: string): URL => new URL(`../../${path}`, import.meta.url);

const Manifest = pipe(
  string(),
  parseJson(),
  looseObject({ name: string(), tools: array(object({ name: string(), title: string(), description: string() })) }),
);

const AiFile = pipe(
  string(),
  parseJson(),
  object({
    instructions: string(),
    evals: array(
      object({
        input: pipe(string(), startsWith("@aws-role-chains ")),
        usedAsExample: optional(boolean()),
        mocks: record(string(), unknown()),
        expected: pipe(array(unknown()), minLength(1)),
      }),
    ),
  }),
);

const { tools } = parse(Manifest, readFileSync(inProject("package.json"), "utf8"));
const { evals, instructions } = parse(AiFile, readFileSync(inProject("ai.json"), "utf8"));
const names = tools.map(({ name }) => name);

/** The tools that expectations name, however deep. */
function toolsIn(expected: unknown): string[] {
  if (typeof expected !== "object" || expected === null) return [];
  return Object.entries(expected).flatMap(([key, value]: [string, unknown]) => {
    if (key !== "callsTool") return toolsIn(value);
    return [typeof value === "string" ? value : parse(looseObject({ name: string() }), value).name];
  });
}

describe("the tools of the manifest", () => {
  it("are those that there are", () => {
    const files = readdirSync(inProject("src/tools")).map((file) => file.replace(/\.ts$/, ""));
    expect(names.toSorted()).toEqual(files.toSorted());
    expect(existsSync(inProject("ai.yaml"))).toBe(false);
  });

  it("are named by the instructions and called by the evals, and no others", () => {
    const called = evals.flatMap(({ mocks, expected }) => [...Object.keys(mocks), ...toolsIn(expected)]);
    expect([...new Set(called)].toSorted()).toEqual(names.toSorted());
    const mentioned = instructions.match(/\b[a-z]+-[a-z]+s?\b/g)?.filter((word) => word !== "sign-in") ?? [];
    expect(names).toEqual(expect.arrayContaining(mentioned));
  });

  it("have an eval that only tells, one that opens, and one that must not", () => {
    expect(evals.length).toBeGreaterThanOrEqual(5);
    const json = evals.map(({ expected }) => JSON.stringify(expected));
    expect(json.filter((text) => text.includes('{"not":{"callsTool":"open-console"}}')).length).toBeGreaterThan(1);
    expect(json.filter((text) => text.includes('"name":"open-console"')).length).toBeGreaterThan(1);
  });
});
