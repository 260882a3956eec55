import { describe, expect, it } from "vitest";
import { chainState } from "../../../../src/aws/chain/resolve/chain-state";
import { isUsable, type Session } from "../../../../src/aws/chain/resolve/session-store";
import { articleConfig } from "../../article-config";
import { credentialsOf } from "../../credentials-of";
import { planOf } from "../../plan-of";

const NOW = new Date("2026-11-23T12:00:00Z");
const DEVICE = {
  serial: "arn:aws:iam::111111111111:mfa/demo-user",
  declaredBy: "demo-user",
  process: undefined,
  file: "~/.aws/config",
  line: 7,
};

/** Three hops: the user's session, demo-role1, demo-role2. */
const PLAN = planOf(articleConfig, "demo-role2");

function inMinutes(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}

/** A session that ends in so many minutes; without a number, one whose end is not known. */
function session(minutes?: number): Session {
  const expiration = minutes === undefined ? undefined : inMinutes(minutes);
  return { credentials: credentialsOf(`ASIA${minutes}`, expiration), sourceProfile: "demo-user" };
}

describe("a chain", () => {
  it("starts from its key where no session is stored", () => {
    expect(chainState(PLAN, [undefined, undefined, undefined], NOW)).toEqual({
      reusable: undefined,
      expiration: undefined,
      pendingDevice: DEVICE,
      stored: [undefined, undefined, undefined],
    });
  });

  const long = session(600);
  const hour = session(60);
  const half = session(30);
  const over = session(-1);

  it.each([
    ["goes on from the user's session", [long, undefined, undefined], long, 1],
    ["goes on from the first role", [long, hour, undefined], hour, 2],
    ["is complete with the last role", [long, hour, half], half, 3],
    ["goes on before a session that is over", [long, hour, over], hour, 2],
    ["goes on from the user's session where both roles are over", [long, over, over], long, 1],
    ["needs nothing of what came before a session", [undefined, over, half], half, 3],
    ["takes the last session, not the one that lasts longest", [undefined, long, half], half, 3],
  ])("%s", (_what, stored, expected, hops) => {
    const { reusable } = chainState(PLAN, stored, NOW);
    expect(reusable?.session).toBe(expected);
    expect(reusable?.hops).toBe(hops);
  });

  it.each([
    ["the last role's session", [long, hour, half], inMinutes(30)],
    ["the last role's session, whatever came before is over", [over, over, half], inMinutes(30)],
    ["nobody knows when, where a hop is missing", [long, hour, undefined], undefined],
    ["nobody knows when, where the last session is over", [long, hour, over], undefined],
    ["nobody knows when, where the last session does not say", [long, hour, session()], undefined],
  ])("is made until the end of %s", (_what, stored, expiration) => {
    expect(chainState(PLAN, stored, NOW).expiration).toEqual(expiration);
  });

  it.each([
    ["the user's session lasts, whatever comes behind it", [long, hour, half], inMinutes(600)],
    ["it lasts, though nobody would use it any more", [session(1), hour, half], inMinutes(1)],
    ["nobody knows when, where it is over", [over, hour, half], undefined],
    ["nobody knows when, where there is none", [undefined, hour, half], undefined],
  ])("has its first hop for as long as %s", (_what, stored, expiration) => {
    expect(chainState(PLAN, stored, NOW).firstExpiration).toEqual(expiration);
  });

  it.each([
    ["where nothing is stored", [], DEVICE],
    ["where the user's session is over", [over, undefined, undefined], DEVICE],
    ["not with the user's session", [long, undefined, undefined], undefined],
    ["not with a role's session, although the user's is over", [over, hour, undefined], undefined],
    ["not where the chain is complete", [long, hour, half], undefined],
  ])("asks for a code %s", (_what, stored, device) => {
    expect(chainState(PLAN, stored, NOW).pendingDevice).toEqual(device);
  });

  it("asks for no code where there is no device", () => {
    expect(chainState(planOf("[profile user]", "user"), [undefined], NOW).pendingDevice).toBeUndefined();
  });

  it("asks for the code of a role that takes it itself", () => {
    const config = `[profile user]\nmfa_serial = m\n[profile a]\nsource_profile = user
role_arn = arn:aws:iam::222222222222:role/A\nduration_seconds = 7200`;
    const plan = planOf(config, "a");
    expect(chainState(plan, [undefined], NOW).pendingDevice).toMatchObject({ serial: "m", declaredBy: "user" });
    expect(chainState(plan, [session(60)], NOW).pendingDevice).toBeUndefined();
  });

  it("without hops has nothing to reuse and nothing to ask for", () => {
    const credentials = "[a]\naws_access_key_id = ASIAONE\naws_secret_access_key = s\naws_session_token = t";
    expect(chainState(planOf("", "a", credentials), [], NOW)).toEqual({
      reusable: undefined,
      expiration: undefined,
      pendingDevice: undefined,
      stored: [],
    });
  });
});

describe("a session", () => {
  it.each([
    ["lasts an hour", 60, true],
    ["lasts a little more than five minutes", 5.01, true],
    ["lasts five minutes", 5, false],
    ["lasts a minute", 1, false],
    ["ends now", 0, false],
    ["is over", -60, false],
    ["does not say when it ends", undefined, true],
  ])("that %s: usable %s", (_what, minutes, usable) => {
    expect(isUsable(session(minutes), NOW)).toBe(usable);
  });
});
