import { describe, expect, it } from "vitest";
import { accountOf } from "../../../../src/aws/chain/plan/account-of";
import { articleConfig } from "../../article-config";
import { planOf } from "../../plan-of";

describe("the account of a plan", () => {
  it.each([
    ["that of its role", articleConfig, "demo-role2", "333333333333"],
    ["that of a user's device", articleConfig, "demo-user", "111111111111"],
    ["not known of a user without a device", "[profile ada]", "ada", undefined],
    ["not known of a hardware device's serial number", "[profile ada]\nmfa_serial = GAHT12345678", "ada", undefined],
    [
      "that of IAM Identity Center's role",
      "[profile a]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 444444444444\nsso_role_name = R",
      "a",
      "444444444444",
    ],
  ])("is %s", (_, config, profile, account) => {
    expect(accountOf(planOf(config, profile))).toBe(account);
  });
});
