import { describe, expect, it } from "vitest";
import { sessionKeys } from "../../../src/aws/chain/resolve/session-key";
import { type Session } from "../../../src/aws/chain/resolve/session-store";
import { listProfiles } from "../../../src/aws/profiles/profile-list";
import { type RunningSession, runningSessions } from "../../../src/aws/profiles/running-sessions";
import { articleConfig } from "../article-config";
import { configOf } from "../config-of";
import { credentialsOf } from "../credentials-of";
import { planOf } from "../plan-of";

const NOW = new Date("2026-11-23T12:00:00Z");
const at = (time: string): Date => new Date(`2026-11-23T${time}:00Z`);

/** The sessions that run where each of these profiles' chains ends with one until a time of day. */
function running(ends: Readonly<Record<string, string | undefined>>) {
  const sessions = Object.entries(ends).map(([profile, end], index): [string, Session] => {
    const credentials = credentialsOf(`ASIA${index}`, end === undefined ? undefined : at(end));
    return [sessionKeys(planOf(articleConfig, profile)).at(-1) ?? "", { credentials, sourceProfile: "demo-user" }];
  });
  const { roles, users, next } = runningSessions(listProfiles(configOf(articleConfig), new Map(sessions), NOW));
  const told = ({ plan, end }: RunningSession) => [plan.profile, end];
  return { roles: roles.map(told), users: users.map(told), next: next && told(next) };
}

describe("runningSessions", () => {
  it("has nothing to show where nothing is kept", () => {
    expect(running({})).toEqual({ roles: [], users: [], next: undefined });
  });

  it("shows what ends soonest first, the last minutes included", () => {
    expect(running({ "demo-role1": "12:50", "demo-role2": "12:03" })).toEqual({
      roles: [
        ["demo-role2", at("12:03")],
        ["demo-role1", at("12:50")],
      ],
      users: [],
      next: ["demo-role2", at("12:03")],
    });
  });

  it("shows a user once, under its own name, although other profiles lead to it", () => {
    expect(running({ "demo-user": "20:00", "demo-role1": "12:50" })).toEqual({
      roles: [["demo-role1", at("12:50")]],
      users: [["demo-user", at("20:00")]],
      next: ["demo-role1", at("12:50")],
    });
  });

  it("puts a session without a known end last", () => {
    expect(running({ "demo-role1": undefined, "demo-role2": "12:50" })).toMatchObject({
      roles: [
        ["demo-role2", at("12:50")],
        ["demo-role1", undefined],
      ],
      next: ["demo-role2", at("12:50")],
    });
  });
});
