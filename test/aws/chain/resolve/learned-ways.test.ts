import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { isMendedByNextCode } from "../../../../src/aws/chain/resolve/code-gone";
import { type MfaPrompt } from "../../../../src/aws/chain/resolve/mfa-prompt";
import { type EncryptedStorage } from "../../../../src/launcher/encrypted-storage";
import { type AwsDouble, startAwsDouble } from "../../../aws-double/aws-double";
import { demoUser } from "../../../aws-double/demo-world";
import { memoryStorage } from "../../../memory-storage";
import { type ChainOnDouble, chainOnDouble } from "../../chain-on-double";
import { FAULT_CONFIG, FAULT_WORLD } from "../faults/fault-world";
import { faultyConnection } from "../faults/faulty-connection";

const DAY = 24 * 60 * 60 * 1000;
const HOUR = DAY / 24;
/** A role of an hour at most, of which its profile wants four. */
const CONFIG = FAULT_CONFIG.replace(":role/demo-role1\n", ":role/demo-role1\nduration_seconds = 14400\n");

let double: AwsDouble;
let storage: EncryptedStorage;
let chain: ChainOnDouble;

beforeEach(async () => {
  double = await startAwsDouble({ world: FAULT_WORLD });
  onTestFinished(() => double.close());
  storage = memoryStorage();
  chain = newCommand();
});

/** Another command of the same launcher, on AWS's own hosts. */
function newCommand({ config = CONFIG }: { readonly config?: string } = {}): ChainOnDouble {
  const { connection } = faultyConnection(new URL(double.url));
  const command = chainOnDouble({ double, config, storage, connection, endpoint: "" });
  command.mfaPrompt = patientUser(command.prompts);
  return command;
}

/** Types one code after the other, as often as the form asks. */
function patientUser(prompts: string[]): MfaPrompt {
  return {
    async redeemCode({ device }, redeem) {
      for (;;) {
        prompts.push(device.serial);
        double.clock.advance(30_000);
        try {
          return await redeem(double.mfaCode(device.serial));
        } catch (error) {
          if (prompts.length > 3) throw error;
        }
      }
    },
  };
}

describe("a role that allows less than its profile asks", () => {
  it("costs a second code once, and is told each time", async () => {
    const note = { kind: "duration-lowered", roleProfile: "demo-role1", askedSeconds: 14_400, givenSeconds: 3600 };
    expect((await chain.resolution("demo-role1")).notes).toMatchObject([note]);
    expect(chain.prompts).toHaveLength(2);

    double.clock.advance(HOUR);
    const later = newCommand();
    expect((await later.resolution("demo-role1")).notes).toMatchObject([note]);
    expect(later.prompts).toHaveLength(1);
  });

  it("leads to the line of its duration_seconds", async () => {
    const { notes } = await chain.resolution("demo-role1");
    const line = CONFIG.split("\n").indexOf("duration_seconds = 14400") + 1;
    expect(notes).toMatchObject([{ file: "~/.aws/config", line }]);
  });

  it("is asked again after a day, for its maximum may have been raised", async () => {
    await chain.resolve("demo-role1");
    double.clock.advance(DAY);
    const later = newCommand();
    await later.resolve("demo-role1");
    expect(later.prompts).toHaveLength(2);
  });
});

describe("a region where STS is not active", () => {
  beforeEach(() => {
    double.disabledRegions = ["ap-northeast-1"];
  });

  it("costs a second code once, and is told each time", async () => {
    const note = { kind: "region-replaced", region: "ap-northeast-1", used: "us-east-1" };
    expect((await chain.resolution("demo-role2")).notes).toMatchObject([note]);
    expect(chain.prompts).toEqual([demoUser.mfaSerial, demoUser.mfaSerial]);

    double.clock.advance(12 * HOUR);
    const later = newCommand();
    expect((await later.resolution("demo-role2")).notes).toMatchObject([note]);
    expect(later.prompts).toHaveLength(1);
  });

  it("is left by the profiles that name it only", async () => {
    await chain.resolve("demo-role2");
    const seoul = newCommand({ config: CONFIG.replaceAll("region = ap-northeast-1", "region = ap-northeast-2") });
    double.clock.advance(12 * HOUR);
    expect((await seoul.resolution("demo-role2")).notes).toEqual([]);
    expect(seoul.prompts).toHaveLength(1);
    expect(double.calls.at(-1)).toMatchObject({ action: "AssumeRole", region: "ap-northeast-2" });
  });

  it("costs one code only where an endpoint_url leaves no other way", async () => {
    const config = `${CONFIG}\n[profile pinned]\nregion = ap-northeast-1\nendpoint_url = ${double.url}\nsource_profile = demo-user\nrole_arn = arn:aws:iam::222222222222:role/demo-role1\n`;
    const pinned = newCommand({ config });
    pinned.mfaPrompt = {
      redeemCode: async ({ device }, redeem) => {
        pinned.prompts.push(device.serial);
        return redeem(double.mfaCode(device.serial));
      },
    };
    const error = await pinned.resolve("pinned").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ problem: { kind: "region-disabled", otherRegion: undefined } });
    expect(isMendedByNextCode(error)).toBe(false);
    expect(pinned.prompts).toHaveLength(1);
  });

  it("is left for all hops of a chain by one refusal", async () => {
    await chain.resolve("demo-role2");
    expect(double.calls.map(({ action, region }) => `${action} ${region}`)).toEqual([
      "GetSessionToken ap-northeast-1",
      "GetSessionToken us-east-1",
      "AssumeRole us-east-1",
      "AssumeRole us-east-1",
    ]);
  });
});
