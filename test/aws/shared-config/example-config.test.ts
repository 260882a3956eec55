import { describe, expect, it } from "vitest";
import { roleHops } from "../../../src/aws/chain/plan/chain-plan";
import { EXAMPLE_CONFIG } from "../../../src/aws/shared-config/example-config";
import { configOf } from "../config-of";
import { planOf } from "../plan-of";

describe("the example of a config", () => {
  it("has no profile and nothing to complain about", () => {
    const { profiles, diagnostics } = configOf(EXAMPLE_CONFIG);
    expect([...profiles.keys()]).toEqual([]);
    expect(diagnostics).toEqual([]);
  });

  const uncommented = EXAMPLE_CONFIG.replaceAll(/^#(?! |$)/gm, "");

  it.each([
    ["demo-user", 0],
    ["demo-default", 0],
    ["demo-role1", 1],
    ["demo-role2", 2],
  ])("is whole without its number signs: %s leads over %i roles", (profile, depth) => {
    const plan = planOf(uncommented, profile);
    expect(plan.source).toMatchObject({ kind: "stored-key", profile: "demo-user" });
    expect(roleHops(plan)).toHaveLength(depth);
    expect(plan.diagnostics).toEqual([]);
  });
});
