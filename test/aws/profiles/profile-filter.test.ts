import { describe, expect, it } from "vitest";
import { sessionKeys } from "../../../src/aws/chain/resolve/session-key";
import { PROFILE_FILTERS } from "../../../src/aws/profiles/profile-filter";
import { listProfiles } from "../../../src/aws/profiles/profile-list";
import { articleConfig } from "../article-config";
import { configOf } from "../config-of";
import { credentialsOf } from "../credentials-of";
import { planOf } from "../plan-of";

const NOW = new Date("2026-11-23T12:00:00Z");
const LOST = "[profile lost]\nrole_arn = arn:aws:iam::555555555555:role/x\nsource_profile = nobody\n";
const FILE_KEY = "[static]\naws_access_key_id = AKIAONE\naws_secret_access_key = s\n";

/** The user's session runs, and that of demo-role1 ends within the minute. */
const [userKey = "", role1Key = ""] = sessionKeys(planOf(articleConfig, "demo-role1"));
const session = (minutes: number) => ({
  credentials: credentialsOf("ASIA", new Date(NOW.getTime() + minutes * 60_000)),
  sourceProfile: "demo-user",
});

function shown(id: string, isRunning: boolean): string[] {
  const sessions = new Map(isRunning ? [[userKey, session(600)], [role1Key, session(1)]] : []); // prettier-ignore
  const entries = listProfiles(configOf(articleConfig + LOST, FILE_KEY), sessions, NOW);
  const filter = PROFILE_FILTERS.find((candidate) => candidate.id === id);
  return entries.filter((entry) => filter?.matches(entry)).map(({ name }) => name);
}

describe("the filter", () => {
  it.each([
    ["all", true, ["default", "demo-user", "demo-default", "demo-role1", "demo-role2", "lost", "static"]],
    ["chains", false, ["demo-role2"]],
    ["active", false, []],
    ["active", true, ["demo-user", "demo-default", "demo-role1"]],
    ["mfa", false, ["demo-user", "demo-default", "demo-role1", "demo-role2"]],
    ["mfa", true, []],
    ["problems", true, ["lost"]],
  ])("%s, with sessions running: %s", (id, isRunning, names) => {
    expect(shown(id, isRunning)).toEqual(names);
  });

  it("tells what is wrong with the files beside all profiles and beside those with a problem", () => {
    expect(PROFILE_FILTERS.filter(({ showsDiagnostics }) => showsDiagnostics).map(({ id }) => id)).toEqual([
      "all",
      "problems",
    ]);
  });
});
