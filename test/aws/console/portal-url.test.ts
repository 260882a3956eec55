import { describe, expect, it } from "vitest";
import { opensByPortal, portalUrl } from "../../../src/aws/console/portal-url";
import { planOf } from "../plan-of";

const SSO = `[profile sso]
sso_session = corp
sso_account_id = 444444444444
sso_role_name = Admin+Access
region = eu-west-1
[sso-session corp]
sso_start_url = https://d-1.awsapps.com/start
sso_region = eu-west-1
`;
const QUERY =
  "account_id=444444444444&role_name=Admin%2BAccess&destination=https%3A%2F%2Feu-west-1.console.aws.amazon.com%2Fconsole%2Fhome%3Fregion%3Deu-west-1";

describe("the portal's link to a role", () => {
  it.each([
    ["https://d-1234567890.awsapps.com/start", "https://d-1234567890.awsapps.com/start"],
    ["https://d-1234567890.awsapps.com/start/", "https://d-1234567890.awsapps.com/start"],
    ["https://d-1234567890.awsapps.com/start#/", "https://d-1234567890.awsapps.com/start"],
    ["https://d-1234567890.awsapps.com/start/#", "https://d-1234567890.awsapps.com/start"],
    ["https://corp.awsapps.com/start#/?tab=accounts", "https://corp.awsapps.com/start"],
    ["https://start.us-gov-home.awsapps.com/directory/d-1#/", "https://start.us-gov-home.awsapps.com/directory/d-1"],
    ["https://ssoins-1.portal.us-east-1.app.aws", "https://ssoins-1.portal.us-east-1.app.aws"],
  ])("is built from %s", (startUrl, portal) => {
    const plan = planOf(SSO.replace("https://d-1.awsapps.com/start", startUrl), "sso");
    expect(portalUrl(plan, { kind: "home" })).toBe(`${portal}/#/console?${QUERY}`);
  });

  it("holds a destination with all that stands behind a sharp", () => {
    const url = "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:a=1&b";
    const link = portalUrl(planOf(SSO, "sso"), { kind: "url", url });
    expect(new URLSearchParams(link?.split("?")[1]).get("destination")).toBe(url);
  });

  it("is the same for the older spelling, without a session", () => {
    const inline = `[profile old]
sso_start_url = https://d-1.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 444444444444
sso_role_name = Admin+Access
region = eu-west-1
`;
    expect(portalUrl(planOf(inline, "old"), { kind: "home" })).toBe(`https://d-1.awsapps.com/start/#/console?${QUERY}`);
  });
});

describe("a portal opens", () => {
  it.each([
    ["a profile of IAM Identity Center", SSO, "sso", true],
    [
      "no role that is assumed from there",
      `${SSO}[profile a]\nrole_arn = arn:aws:iam::111111111111:role/A\nsource_profile = sso\n`,
      "a",
      false,
    ],
    [
      "no profile that only says where to sign in",
      "[profile sso]\nsso_start_url = https://d-1.awsapps.com/start\nsso_region = eu-west-1\n",
      "sso",
      false,
    ],
    ["no user", "[profile user]\n", "user", false],
  ])("%s", (_, config, profile, opens) => {
    const plan = planOf(config, profile);
    expect(opensByPortal(plan)).toBe(opens);
    expect(portalUrl(plan, { kind: "home" }) !== undefined).toBe(opens);
  });
});

describe("the partition of a profile of IAM Identity Center", () => {
  it.each([
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
    ["eu-west-1", "aws"],
  ])("is that of its portal: %s", (region, partition) => {
    const config = SSO.replace("region = eu-west-1\n[", "[").replace(
      "sso_region = eu-west-1",
      `sso_region = ${region}`,
    );
    expect(planOf(config, "sso")).toMatchObject({ partition: { id: partition }, partitionFrom: "sso_region" });
  });
});
