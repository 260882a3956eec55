import { describe, expect, it } from "vitest";
import {
  countRows,
  firstRows,
  foundSections,
  type Grouping,
  listSections,
} from "../../../src/aws/profiles/list-sections";
import { listProfiles } from "../../../src/aws/profiles/profile-list";
import { NO_MEMORY, type ProfileMemory } from "../../../src/aws/profiles/profile-memory";
import { type Diagnostic } from "../../../src/aws/shared-config/diagnostic";
import { configOf } from "../config-of";

const role = (name: string, account: string, source: string): string =>
  `[profile ${name}]\nrole_arn = arn:aws:iam::${account}:role/R\nsource_profile = ${source}\n`;

const CONFIG = [
  "[profile lonely]\nregion = eu-west-1\n",
  "[profile ada]\nmfa_serial = arn:aws:iam::999999999999:mfa/ada\n",
  role("dev", "111111111111", "ada"),
  role("prod", "222222222222", "ada"),
  "[profile bob]\n",
  role("audit", "111111111111", "bob"),
  "[profile sso]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n" +
    "sso_account_id = 222222222222\nsso_role_name = Guest\n",
  role("lost", "333333333333", "nobody"),
].join("");
const ENTRIES = listProfiles(configOf(CONFIG), new Map(), new Date(0));
const DIAGNOSTIC: Diagnostic = { severity: "warning", file: "~/.aws/config", line: 1, message: "m", hint: "h" };

function sections(memory: Partial<ProfileMemory>, grouping: Grouping = "source"): [string, ...string[]][] {
  return listSections(ENTRIES, [DIAGNOSTIC], { memory: { ...NO_MEMORY, ...memory }, grouping }).map(
    ({ title, rows }) => [title, ...rows.map((row) => (row.kind === "diagnostic" ? row.diagnostic.message : row.name))],
  );
}

describe("the sections", () => {
  it("put the roles above the user behind them, users without roles below, and what is wrong at the end", () => {
    expect(sections({})).toEqual([
      ["ada", "dev", "prod", "ada"],
      ["bob", "audit", "bob"],
      ["https://corp.awsapps.com/start", "sso"],
      ["Users", "lonely"],
      ["Problems", "lost", "m"],
    ]);
  });

  it("put together what leads to one account, where that is chosen", () => {
    expect(sections({}, "account")).toEqual([
      ["111111111111", "dev", "audit"],
      ["222222222222", "prod", "sso"],
      ["Users", "lonely", "bob", "ada"],
      ["Problems", "lost", "m"],
    ]);
  });

  it("say what an account is called", () => {
    const memory = { ...NO_MEMORY, aliases: new Map([["222222222222", "production"]]) };
    const subtitles = listSections(ENTRIES, [], { memory, grouping: "account" }).map(({ subtitle }) => subtitle);
    expect(subtitles).toEqual([undefined, "production", undefined, undefined]);
  });

  it("begin with what is pinned, in the order of pinning, then with what was opened last", () => {
    expect(sections({ pinned: ["sso", "audit"], opened: ["prod", "sso", "lonely"] })).toEqual([
      ["Pinned", "sso", "audit"],
      ["Recent", "prod", "lonely"],
      ["ada", "dev", "ada"],
      ["Users", "bob"],
      ["Problems", "lost", "m"],
    ]);
  });

  it("leave out of what is remembered the profiles that are gone", () => {
    expect(sections({ pinned: ["gone"], opened: ["gone", "dev"] }).slice(0, 2)).toEqual([
      ["Recent", "dev"],
      ["ada", "prod", "ada"],
    ]);
  });

  it("are told apart where a source profile is called as another section is", () => {
    const config = `[profile Problems]\n${role("r", "111111111111", "Problems")}`;
    const entries = listProfiles(configOf(config), new Map(), new Date(0));
    const ids = listSections(entries, [DIAGNOSTIC], { memory: NO_MEMORY, grouping: "source" }).map(({ id }) => id);
    expect(ids).toEqual(["group Problems", "problems"]);
  });

  it("show no more than five recent profiles", () => {
    const opened = ["lonely", "ada", "dev", "prod", "bob", "audit"];
    expect(sections({ opened })[0]).toEqual(["Recent", "lonely", "ada", "dev", "prod", "bob"]);
  });

  it("keep a profile with a problem under Problems, even where it is pinned", () => {
    expect(sections({ pinned: ["lost"] }).at(-1)).toEqual(["Problems", "lost", "m"]);
  });
});

describe("what a search found", () => {
  it("stands in its own order", () => {
    expect(foundSections(ENTRIES.toReversed(), [DIAGNOSTIC]).map(({ title, rows }) => [title, rows.length])).toEqual([
      ["Results", 8],
      ["Problems", 1],
    ]);
  });

  it("is nothing where nothing was found", () => {
    expect(foundSections([], [])).toEqual([]);
  });
});

describe("the first rows", () => {
  const all = listSections(ENTRIES, [DIAGNOSTIC], { memory: NO_MEMORY, grouping: "source" });

  it.each([
    [0, []],
    [2, [["ada", 2]]],
    [4, [["ada", 3], ["bob", 1]]], // prettier-ignore
    [100, [["ada", 3], ["bob", 2], ["https://corp.awsapps.com/start", 1], ["Users", 1], ["Problems", 2]]], // prettier-ignore
  ])("%i reach so far", (count, expected) => {
    expect(firstRows(all, count).map(({ title, rows }) => [title, rows.length])).toEqual(expected);
  });

  it("are counted", () => {
    expect(countRows(all)).toBe(9);
  });
});
