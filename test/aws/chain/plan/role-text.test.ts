import { describe, expect, it } from "vitest";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { formOfRoleText, type RoleText } from "../../../../src/aws/chain/plan/role-text";
import { configOf } from "../../config-of";
import { ROLE_A, ROLE_B, roleProfile } from "../../role-profile";

const FILE = "~/.aws/config";
const USER = "[profile user]\n";

describe("a text that STS takes", () => {
  it.each<[RoleText, string]>([
    ["role_session_name", "ab"],
    ["role_session_name", "a".repeat(64)],
    ["role_session_name", "Ada_9+=,.@-"],
    ["source_identity", "ada@example.com"],
    ["external_id", "00123:true/x"],
    ["external_id", "a".repeat(1224)],
  ])("is passed on: %s = %s", (key, value) => {
    expect(planChain(configOf(USER + roleProfile("a", ROLE_A, "user", `${key} = ${value}`)), "a")).toMatchObject({
      plan: {
        hops: [
          {
            sessionName: key === "role_session_name" ? value : undefined,
            externalId: key === "external_id" ? value : undefined,
            sourceIdentity: key === "source_identity" ? value : undefined,
          },
        ],
      },
    });
  });
});

describe("a text that STS refuses", () => {
  it.each<[RoleText, string]>([
    ["role_session_name", "jane doe"],
    ["role_session_name", "a"],
    ["role_session_name", "a".repeat(65)],
    ["role_session_name", "team/ada"],
    ["role_session_name", "adé"],
    ["source_identity", "a"],
    ["source_identity", "ada:lovelace"],
    ["external_id", "x"],
    ["external_id", "a b"],
    ["external_id", "a".repeat(1225)],
  ])("is a fault with its place: %s = %s", (key, value) => {
    const config = USER + roleProfile("a", ROLE_A, "user", `${key} = ${value}`);
    expect(planChain(configOf(config), "a")).toEqual({
      problem: { kind: "broken-role-text", profile: "a", setting: key, file: FILE, line: 5 },
    });
  });

  it("is told of the profile on the way that has it", () => {
    const config = USER + roleProfile("b", ROLE_B, "user", "external_id = x") + roleProfile("a", ROLE_A, "b");
    expect(planChain(configOf(config), "a")).toMatchObject({ problem: { profile: "b", selected: "a", line: 5 } });
  });

  it("is told of a role that is assumed with a token", () => {
    const config = `[profile a]\nrole_arn = ${ROLE_A}\nweb_identity_token_file = /token\nrole_session_name = a b\n`;
    expect(planChain(configOf(config), "a")).toMatchObject({ problem: { setting: "role_session_name", line: 4 } });
  });

  it("is no matter where nothing is assumed", () => {
    expect(planChain(configOf("[profile a]\nrole_session_name = jane doe\n"), "a")).toHaveProperty("plan");
  });
});

it.each<[RoleText, string]>([
  ["role_session_name", "2 to 64 letters, digits or _+=,.@-"],
  ["external_id", "2 to 1224 letters, digits or _+=,.@:/-"],
])("says which form it wants: %s", (key, form) => {
  expect(formOfRoleText(key)).toBe(form);
});
