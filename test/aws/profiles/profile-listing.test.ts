import { describe, expect, it } from "vitest";
import { listProfiles } from "../../../src/aws/profiles/profile-list";
import { NO_MEMORY } from "../../../src/aws/profiles/profile-memory";
import { profileListing } from "../../../src/aws/profiles/profile-listing";
import { articleConfig } from "../article-config";
import { configOf } from "../config-of";

const NOW = new Date("2026-11-23T12:00:00Z");

function listed(filter: string, config = articleConfig) {
  const memory = { ...NO_MEMORY, aliases: new Map([["333333333333", "Production"]]) };
  return profileListing(listProfiles(configOf(config), new Map(), NOW), memory, filter);
}

describe("profileListing", () => {
  it.each([
    ["", ["default", "demo-user", "demo-default", "demo-role1", "demo-role2"]],
    ["333333333333", ["demo-role2"]],
    ["production", ["demo-role2"]],
    ["ROLE demo", ["demo-role1", "demo-role2"]],
    ["  role2   ap-northeast-1 ", ["demo-role2"]],
    ["nothing", []],
  ])("finds by %j %j", (filter, names) => {
    expect(listed(filter).profiles.map(({ name }) => name)).toEqual(names);
  });

  it("finds broken profiles by their problem", () => {
    const { profiles } = listed(
      "unknown source",
      `${articleConfig}\n[profile lost]\nrole_arn = arn:aws:iam::222222222222:role/r\nsource_profile = gone\n`,
    );
    expect(profiles).toEqual([{ name: "lost", problem: "Unknown Source Profile" }]);
  });

  it("gives a hundred and says how many more there are", () => {
    const many = Array.from({ length: 130 }, (_, index) => `[profile p${index}]\nregion = eu-west-1\n`).join("");
    const { profiles, leftOut } = listed("p", many);
    expect([profiles.length, leftOut]).toEqual([100, 30]);
    expect(listed("", articleConfig).leftOut).toBe(0);
  });
});
