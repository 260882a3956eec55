import { beforeEach, describe, expect, it } from "vitest";
import { type ConsoleWish } from "../../src/aws/console/request-sign-in";
import { browserOf, type ConsoleChoice, wishOf } from "../../src/launcher/console-choice";
import { planOf } from "../aws/plan-of";
import { host } from "../host/host";

const IAM = { kind: "url", url: "https://us-east-1.console.aws.amazon.com/iam/home" } as const;

const planIn = (partition: string) =>
  planOf(
    `[profile user]\n[profile demo]\nrole_arn = arn:${partition}:iam::111111111111:role/A\nsource_profile = user\n`,
    "demo",
  );
const keep = (defaults: object) => host.localStorage.set("console:demo", JSON.stringify(defaults));

beforeEach(() => host.reset());

describe("what opens", () => {
  it.each<[string, object, ConsoleChoice, ConsoleWish["destination"]]>([
    ["home, where nothing is said", {}, {}, { kind: "home", region: undefined }],
    ["what is kept for the profile", { url: IAM.url }, {}, { ...IAM, region: undefined }],
    ["the region that is kept", { region: "eu-west-1" }, {}, { kind: "home", region: "eu-west-1" }],
    ["what an action says", { url: IAM.url }, { page: { kind: "home" } }, { kind: "home", region: undefined }],
    [
      "the region that an action says",
      { region: "eu-west-1" },
      { region: "eu-west-2" },
      { kind: "home", region: "eu-west-2" },
    ],
    ["an address in its own region", { region: "eu-west-1" }, { page: IAM }, { ...IAM, region: undefined }],
    [
      "an address in the region that an action says",
      { region: "eu-west-1" },
      { page: IAM, region: "eu-west-2" },
      { ...IAM, region: "eu-west-2" },
    ],
  ])("is %s", async (_, kept, choice, destination) => {
    keep(kept);
    expect((await wishOf(planIn("aws"), choice)).destination).toEqual(destination);
  });

  it.each([{ region: "eu-west-1" }, { url: IAM.url }])("is not what is kept of another partition: %j", async (kept) => {
    keep(kept);
    expect((await wishOf(planIn("aws-cn"), {})).destination).toEqual({ kind: "home", region: undefined });
  });

  it("is a kept address in a region that was kept later", async () => {
    keep({ url: IAM.url, region: "eu-west-1" });
    expect((await wishOf(planIn("aws"), {})).destination).toEqual({ ...IAM, region: "eu-west-1" });
  });
});

describe("where it opens", () => {
  it.each([
    ["the default browser, where nothing is kept", undefined, { kind: "default" }],
    [
      "the one that is kept",
      '{"kind":"private-window","browser":"firefox"}',
      { kind: "private-window", browser: "firefox" },
    ],
  ])("is %s", async (_, kept, browser) => {
    if (kept) host.localStorage.set("browser:account:111111111111", kept);
    expect(await browserOf(planIn("aws"), {})).toEqual(browser);
  });

  it("is nowhere where what is kept cannot be read: another browser may hold another account", async () => {
    host.localStorage.set("browser:account:111111111111", '{"kind":"lynx"}');
    await expect(browserOf(planIn("aws"), {})).rejects.toThrow(
      'The console of "demo" was not opened in the browser chosen for it: what was remembered cannot be read. Choose another with Open in Browser…, or use Copy Sign-In URL.',
    );
    expect(await browserOf(planIn("aws"), { browser: { kind: "default" } })).toEqual({ kind: "default" });
  });
});

describe("how it opens", () => {
  it.each<[object, ConsoleChoice, Pick<ConsoleWish, "length" | "logsOutFirst">]>([
    [{}, {}, { length: "longest", logsOutFirst: false }],
    [{ consoleLength: "as-credentials" }, {}, { length: "as-credentials", logsOutFirst: false }],
    [{ logOutFirst: true }, {}, { length: "longest", logsOutFirst: true }],
    [
      { consoleLength: "as-credentials", logOutFirst: false },
      { length: "twelve-hours", logsOutFirst: true },
      { length: "twelve-hours", logsOutFirst: true },
    ],
  ])("is as the preferences %j have it, unless an action says %j", async (preferences, choice, wish) => {
    host.preferences = { ...host.preferences, ...preferences };
    expect(await wishOf(planIn("aws"), choice)).toMatchObject(wish);
  });

  it("is the defaults where the host knows no preferences", async () => {
    host.preferences = {};
    expect(await wishOf(planIn("aws"), {})).toMatchObject({ length: "longest", logsOutFirst: false });
  });
});
