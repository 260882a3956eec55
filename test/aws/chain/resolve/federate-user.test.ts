import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { federatedUserName, federateUser } from "../../../../src/aws/chain/resolve/federate-user";
import { Secret } from "../../../../src/aws/secret";
import { createSts } from "../../../../src/aws/sts/create-sts";
import { type AwsDouble, startAwsDouble } from "../../../aws-double/aws-double";
import { demoUser, demoWorld } from "../../../aws-double/demo-world";
import { straightConnection } from "../../../straight-connection";

const ROOT_KEY = { accessKeyId: "AKIAROOTKEY000000000", secretAccessKey: "rootSecretKey000000000000000000000000000" };

describe("the name of a federated user", () => {
  it.each([
    ["arn:aws:iam::111111111111:user/demo-user", "demo-user"],
    ["arn:aws:iam::111111111111:user/teams/blue/ada", "ada"],
    ["arn:aws:iam::111111111111:root", "root"],
    [`arn:aws-cn:iam::111111111111:user/${"a".repeat(64)}`, "a".repeat(32)],
    ["arn:aws:iam::111111111111:user/x", "x_"],
    ["arn:aws:iam::111111111111:user/a+b=c,d.e@f-g_h", "a+b=c,d.e@f-g_h"],
  ])("of %s is one that STS takes: %s", (arn, name) => {
    expect(federatedUserName(arn)).toBe(name);
    expect(name).toMatch(/^[\w+=,.@-]{2,32}$/);
  });
});

describe("federating the user of a long-term key", () => {
  let double: AwsDouble;

  beforeEach(async () => {
    const accounts = demoWorld.accounts.map((account, index) =>
      index === 0 ? { ...account, rootKeys: [ROOT_KEY] } : account,
    );
    double = await startAwsDouble({ world: { accounts } });
  });
  afterEach(() => double.close());

  const federate = (key: { readonly accessKeyId: string; readonly secretAccessKey: string }, seconds: number) =>
    federateUser(
      createSts({
        region: "us-east-1",
        endpoint: double.url,
        connection: straightConnection(),
        now: () => new Date(),
      }),
      { accessKeyId: key.accessKeyId, secretAccessKey: new Secret(key.secretAccessKey) },
      seconds,
    );
  const secondsLeft = ({ expiration }: { readonly expiration: Date | undefined }) =>
    Math.round(((expiration?.getTime() ?? 0) - double.clock.now().getTime()) / 60_000) * 60;

  it("gives twelve hours with all that the user may do, and says whose they are", async () => {
    const credentials = await federate(demoUser, 43_200);
    expect(secondsLeft(credentials)).toBe(43_200);
    expect(credentials.principal).toBe("arn:aws:sts::111111111111:federated-user/demo-user");
    expect(double.calls.map(({ action }) => action)).toEqual(["GetCallerIdentity", "GetFederationToken"]);
    expect(JSON.parse(double.calls.at(-1)?.parameters.Policy ?? "")).toMatchObject({
      Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
    });
  });

  it("asks for no more than an hour for an account's root user", async () => {
    expect(secondsLeft(await federate(ROOT_KEY, 43_200))).toBe(3600);
    expect(double.calls.at(-1)?.parameters).toMatchObject({ Name: "root", DurationSeconds: "3600" });
  });

  it("stops where the key is not known", async () => {
    const unknown = { ...demoUser, accessKeyId: "AKIANOBODY0000000000" };
    await expect(federate(unknown, 43_200)).rejects.toMatchObject({ failure: { code: "InvalidClientTokenId" } });
    expect(double.calls.map(({ action }) => action)).toEqual(["GetCallerIdentity"]);
  });
});
