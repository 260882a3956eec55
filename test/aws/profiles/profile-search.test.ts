import { describe, expect, it } from "vitest";
import { profileSearch } from "../../../src/aws/profiles/profile-search";
import { listProfiles } from "../../../src/aws/profiles/profile-list";
import { configOf } from "../config-of";

const role = (name: string, account: string, roleName: string, region = "eu-west-1"): string =>
  `[profile ${name}]\nrole_arn = arn:aws:iam::${account}:role/${roleName}\nsource_profile = ada\nregion = ${region}\n`;

const CONFIG = [
  "[profile ada]\nregion = us-east-1\nmfa_serial = arn:aws:iam::999999999999:mfa/ada\n",
  role("shop-prod", "111111111111", "Administrator"),
  role("shop-prod-audit", "111111111111", "ReadOnly", "eu-central-1"),
  role("eshop", "222222222222", "Administrator"),
  role("prod", "333333333333", "teams/Hub"),
  role('"Zoë Ünal"', "444444444444", "Guest"),
  "[profile lost]\nrole_arn = arn:aws:iam::555555555555:role/x\nsource_profile = nobody\n",
].join("");
const ALIASES = new Map([["222222222222", "Web Shop"]]);
const ENTRIES = listProfiles(configOf(CONFIG), new Map(), new Date(0));

function found(query: string): string[] {
  return profileSearch(ENTRIES, { aliases: ALIASES })(query).map(({ name }) => name);
}

describe("a search", () => {
  it.each([
    ["everything for nothing typed", " ", ["ada", "shop-prod", "shop-prod-audit", "eshop", "prod", "Zoë Ünal", "lost"]],
    ["by the beginning of a name, before the middle of others", "shop", ["shop-prod", "shop-prod-audit", "eshop"]],
    ["the name itself first, whatever begins with it", "prod", ["prod", "shop-prod", "shop-prod-audit"]],
    ["by words in any order", "audit shop", ["shop-prod-audit"]],
    ["by words written as one", "shopprodau", ["shop-prod-audit"]],
    ["by parts of words", "udit hop", ["shop-prod-audit"]],
    ["by account", "111111111111", ["shop-prod", "shop-prod-audit"]],
    ["by a part of an account", "2222", ["eshop"]],
    ["by the account of a user's device", "999999999999", ["ada"]],
    ["by alias, whatever the case", "WEB shop", ["eshop"]],
    ["by role", "readonly", ["shop-prod-audit"]],
    ["by role without its path", "hub", ["prod"]],
    ["by region", "eu-central-1", ["shop-prod-audit"]],
    ["by name and role together", "administrator prod", ["shop-prod"]],
    ["by name and account together", "333 prod", ["prod"]],
    ["whatever the accents", "zoe unal", ["Zoë Ünal"]],
    ["a profile that has a problem", "lost", ["lost"]],
    ["one by what its section says of where it leads", "555555555555", ["lost"]],
    ["one by its problem", "unknown source", ["lost"]],
    ["nothing that has one word only", "shop nowhere", []],
  ])("finds %s", (_, query, names) => {
    expect(found(query)).toEqual(names);
  });

  it("keeps the order of what matches alike", () => {
    const backwards = profileSearch(ENTRIES.toReversed(), { aliases: ALIASES })("eu-west-1");
    expect(backwards.map(({ name }) => name)).toEqual(found("eu-west-1").toReversed());
  });
});
