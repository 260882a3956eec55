import { describe, expect, it } from "vitest";
import { sessionKeys } from "../../../src/aws/chain/resolve/session-key";
import { type Session } from "../../../src/aws/chain/resolve/session-store";
import { listProfiles, type ProfileEntry } from "../../../src/aws/profiles/profile-list";
import { articleConfig } from "../article-config";
import { configOf } from "../config-of";
import { credentialsOf } from "../credentials-of";
import { planOf } from "../plan-of";

const NOW = new Date("2026-11-23T12:00:00Z");
const IN_AN_HOUR = new Date("2026-11-23T13:00:00Z");
const NO_SESSIONS: ReadonlyMap<string, Session> = new Map();

/** The session of a profile's last hop, under its key. */
function sessionsOf(profile: string, stsEndpoint?: string): ReadonlyMap<string, Session> {
  const variables = { AWS_ENDPOINT_URL_STS: stsEndpoint };
  const key = sessionKeys(planOf(articleConfig, profile, undefined, { variables })).at(-1) ?? "";
  return new Map([[key, { credentials: credentialsOf("ASIADEMO", IN_AN_HOUR), sourceProfile: "demo-user" }]]);
}

/** Name, end and device asked for, of every row that is ready. */
function states(entries: readonly ProfileEntry[]): [string, Date | undefined, string | undefined][] {
  return entries
    .filter((entry) => entry.kind === "ready")
    .map(({ name, state }) => [name, state.expiration, state.pendingDevice?.declaredBy]);
}

describe("the list", () => {
  it("has every profile in the order of the files", () => {
    const config = configOf(articleConfig, "[extra]\n[demo-user]");
    expect(listProfiles(config, NO_SESSIONS, NOW).map(({ name }) => name)).toEqual([
      "default",
      "demo-user",
      "demo-default",
      "demo-role1",
      "demo-role2",
      "extra",
    ]);
  });

  it("says where each stands, in the config file where both have it", () => {
    const config = configOf("[default]\n\n[profile demo]\n", "[demo]\n[extra]\n");
    expect(listProfiles(config, NO_SESSIONS, NOW).map(({ name, location }) => [name, location])).toEqual([
      ["default", { file: "~/.aws/config", line: 1 }],
      ["demo", { file: "~/.aws/config", line: 3 }],
      ["extra", { file: "~/.aws/credentials", line: 2 }],
    ]);
  });

  it("is empty for an empty config", () => {
    expect(listProfiles(configOf(""), NO_SESSIONS, NOW)).toEqual([]);
  });

  it("says before any session whose device will be asked for", () => {
    expect(states(listProfiles(configOf(articleConfig), NO_SESSIONS, NOW))).toEqual([
      ["default", undefined, undefined],
      ["demo-user", undefined, "demo-user"],
      ["demo-default", undefined, "demo-user"],
      ["demo-role1", undefined, "demo-user"],
      ["demo-role2", undefined, "demo-user"],
    ]);
  });

  it("shows one user's session with every profile behind that user", () => {
    expect(states(listProfiles(configOf(articleConfig), sessionsOf("demo-user"), NOW))).toEqual([
      ["default", undefined, undefined],
      ["demo-user", IN_AN_HOUR, undefined],
      ["demo-default", IN_AN_HOUR, undefined],
      ["demo-role1", undefined, undefined],
      ["demo-role2", undefined, undefined],
    ]);
  });

  it("shows the end of a role's session with that role alone", () => {
    expect(states(listProfiles(configOf(articleConfig), sessionsOf("demo-role1"), NOW))).toEqual([
      ["default", undefined, undefined],
      ["demo-user", undefined, "demo-user"],
      ["demo-default", undefined, "demo-user"],
      ["demo-role1", IN_AN_HOUR, undefined],
      ["demo-role2", undefined, undefined],
    ]);
  });

  it.each([
    ["of another endpoint", sessionsOf("demo-role2", "http://127.0.0.1:8080"), NOW],
    ["that is over", sessionsOf("demo-role2"), IN_AN_HOUR],
  ])("shows no session %s", (_what, sessions, now) => {
    const entries = listProfiles(configOf(articleConfig), sessions, now);
    expect(states(entries).at(-1)).toEqual(["demo-role2", undefined, "demo-user"]);
  });

  it("shows no session of a role that has been edited since", () => {
    const edited = configOf(articleConfig.replace("role/demo-role2", "role/other"));
    const entries = listProfiles(edited, sessionsOf("demo-role2"), NOW);
    expect(states(entries).at(-1)).toEqual(["demo-role2", undefined, "demo-user"]);
  });

  it("lists a profile with its problem beside those that are ready", () => {
    const config = configOf(
      "[profile lost]\nrole_arn = arn:aws:iam::111111111111:role/A\nsource_profile = nobody\n[profile user]",
    );
    expect(listProfiles(config, NO_SESSIONS, NOW)).toMatchObject([
      { kind: "broken", name: "lost", problem: { kind: "unknown-source", source: "nobody" } },
      { kind: "ready", name: "user", plan: { profile: "user" } },
    ]);
  });
});
