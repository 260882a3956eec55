import { copyFile, writeFile } from "node:fs/promises";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type NetworkSettings } from "../../src/aws/chain/plan/network-settings";
import { Secret } from "../../src/aws/secret";
import { regionalSts } from "../../src/launcher/regional-sts";
import { type AwsDouble, startAwsDouble } from "../aws-double/aws-double";
import { demoUser } from "../aws-double/demo-world";
import { createTestCa, type TestCa } from "../aws-double/test-ca";
import { host } from "../host/host";
import { missingTools } from "../required-tools";

const REQUEST = {
  signer: { accessKeyId: demoUser.accessKeyId, secretAccessKey: new Secret(demoUser.secretAccessKey) },
  durationSeconds: undefined,
  mfa: undefined,
};

beforeEach(() => host.reset());

async function startDouble(tls?: TestCa): Promise<AwsDouble> {
  const double = await startAwsDouble(tls && { tls });
  onTestFinished(() => double.close());
  return double;
}

function networkTo(double: AwsDouble, settings: Partial<NetworkSettings> = {}): NetworkSettings {
  const usual = { signInEndpoint: undefined, useFips: false, useDualStack: false, caBundle: undefined };
  return { ...usual, stsEndpoint: double.url, ...settings };
}

const actionsOf = ({ calls }: AwsDouble): string[] => calls.map(({ action }) => action);

describe("STS of a plan's network settings", () => {
  // The SDK refuses to call an endpoint of one's own by FIPS or dual stack, so that it shows here what it was told.
  it.each<[what: string, settings: Partial<NetworkSettings>, end: string, calls: readonly string[]]>([
    ["at the plan's endpoint", {}, "fulfilled", ["GetSessionToken"]],
    ["by FIPS", { useFips: true }, "rejected", []],
    ["by dual stack", { useDualStack: true }, "rejected", []],
  ])("is called %s", async (_, settings, end, calls) => {
    const double = await startDouble();
    const sts = await regionalSts("us-east-1", networkTo(double, settings));
    const [{ status } = {}] = await Promise.allSettled([sts.getSessionToken(REQUEST)]);
    expect({ status, calls: actionsOf(double) }).toEqual({ status: end, calls });
  });

  it("is the same for all openings, so that they share one connection and what is known of the clock", async () => {
    const double = await startDouble();
    const network = networkTo(double);
    for (let opening = 0; opening < 3; opening++) {
      await (await regionalSts("us-east-1", network)).getSessionToken(REQUEST);
    }
    await (await regionalSts("eu-west-1", network)).getSessionToken(REQUEST);
    expect({ calls: double.calls.length, connections: double.connections }).toEqual({ calls: 4, connections: 1 });
  });

  it("is called through the proxy of the preference, where a proxy that cannot be is told before anything is sent", async () => {
    const double = await startDouble();
    host.preferences = { ...host.preferences, httpsProxy: "socks5://127.0.0.1:1080" };
    await expect(regionalSts("us-east-1", networkTo(double))).rejects.toThrow(
      "The proxy named by the HTTPS Proxy preference cannot be used: socks5 proxies are not supported.",
    );
    host.preferences = { ...host.preferences, httpsProxy: "" };
    await (await regionalSts("us-east-1", networkTo(double))).getSessionToken(REQUEST);
    expect(actionsOf(double)).toEqual(["GetSessionToken"]);
  });
});

describe.runIf(missingTools("CA bundles", "openssl").length === 0)("STS with a company's certificate", () => {
  it("is called where the profile's CA bundle vouches for it, and not without", async () => {
    const authority = await createTestCa();
    onTestFinished(() => authority.remove());
    const double = await startDouble(authority);
    const trusting = await regionalSts("us-east-1", networkTo(double, { caBundle: authority.certificateFile }));
    await trusting.getSessionToken(REQUEST);
    expect(actionsOf(double)).toEqual(["GetSessionToken"]);

    const untrusting = await regionalSts("us-east-1", networkTo(double));
    await expect(untrusting.getSessionToken(REQUEST)).rejects.toMatchObject({
      failure: { kind: "silent", failure: { cause: "certificate" } },
    });
  });

  it("is called once a broken CA bundle was mended, without a new start", async () => {
    const authority = await createTestCa();
    onTestFinished(() => authority.remove());
    const double = await startDouble(authority);
    const caBundle = `${authority.certificateFile}.copy`;
    await writeFile(caBundle, "not yet");
    await expect(regionalSts("us-east-1", networkTo(double, { caBundle }))).rejects.toThrow("holds no certificate");
    await copyFile(authority.certificateFile, caBundle);
    await (await regionalSts("us-east-1", networkTo(double, { caBundle }))).getSessionToken(REQUEST);
    expect(actionsOf(double)).toEqual(["GetSessionToken"]);
  });
});
