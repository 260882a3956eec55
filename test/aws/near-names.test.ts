import { describe, expect, it } from "vitest";
import { nearNames } from "../../src/aws/near-names";

const NAMES = ["demo-role1", "demo-role2", "demo-user", "prod", "staging"];

describe("nearNames", () => {
  it.each([
    ["demo-rol2", ["demo-role2", "demo-role1"]],
    ["Demo-Role1", ["demo-role1", "demo-role2"]],
    ["user", ["demo-user"]],
    ["production", ["prod"]],
    ["stagnig", ["staging"]],
    ["elsewhere", []],
    ["", []],
  ])("of %j are %j", (written, near) => {
    expect(nearNames(written, NAMES)).toEqual(near);
  });

  it("are five at most", () => {
    const names = Array.from({ length: 20 }, (_, index) => `role-${index}`);
    expect(nearNames("role-1", names)).toEqual(["role-1", "role-0", "role-2", "role-3", "role-4"]);
  });
});
