import { expect, it, onTestFinished } from "vitest";
import { type NetworkSettings } from "../../src/aws/chain/plan/network-settings";
import { Secret } from "../../src/aws/secret";
import { resolvePorts } from "../../src/launcher/launcher-ports";
import { planOf } from "../aws/plan-of";
import { configOf } from "../aws/config-of";
import { startAwsDouble } from "../aws-double/aws-double";
import { demoUser } from "../aws-double/demo-world";

const mfaPrompt = { redeemCode: () => Promise.reject(new Error("no code is asked for")) };

// The SDK refuses to call an endpoint of one's own by FIPS or dual stack, so that it shows here what it was told.
it.each<[what: string, network: Partial<NetworkSettings>, calls: readonly string[]]>([
  ["to the plan's endpoint", {}, ["GetSessionToken"]],
  ["by FIPS", { useFips: true }, []],
  ["by dual stack", { useDualStack: true }, []],
])("calls STS as the plan says: %s", async (_, network, calls) => {
  const double = await startAwsDouble();
  onTestFinished(() => double.close());
  const plan = planOf("[profile a]", "a", undefined, { variables: { AWS_ENDPOINT_URL: double.url } });
  const { sts } = resolvePorts(
    { ...plan, network: { ...plan.network, ...network } },
    { config: configOf(""), mfaPrompt },
  );
  const signer = { accessKeyId: demoUser.accessKeyId, secretAccessKey: new Secret(demoUser.secretAccessKey) };
  await sts.getSessionToken({ signer, durationSeconds: undefined, mfa: undefined }).catch(() => undefined);
  expect(double.calls.map(({ action }) => action)).toEqual(calls);
});
