import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type AwsDouble, startAwsDouble } from "../../../aws-double/aws-double";
import { demoUser } from "../../../aws-double/demo-world";
import { chainOnDouble, type ChainOnDouble } from "../../chain-on-double";

const ROLE1 = "arn:aws:iam::222222222222:role/demo-role1";
const LONG_TERM = { AccessKeyId: demoUser.accessKeyId, SecretAccessKey: demoUser.secretAccessKey };

let double: AwsDouble;

beforeEach(async () => {
  double = await startAwsDouble();
});

afterEach(() => double.close());

/** A real command that prints a key, as a password manager's tool does. */
function printing(key: Readonly<Record<string, unknown>>): string {
  return `printf '%s' '${JSON.stringify({ Version: 1, ...key })}'`;
}

function chainFrom(command: string, ...roleLines: string[]): ChainOnDouble {
  const config = [
    "[profile tool]",
    `credential_process = ${command}`,
    "[profile role]",
    `role_arn = ${ROLE1}`,
    "source_profile = tool",
    ...roleLines,
  ];
  return chainOnDouble({ double, config: config.join("\n") });
}

/** What STS was called with, without the session's name, which has the time in it. */
function stsCalls(): Record<string, string>[] {
  return double.calls
    .filter(({ service }) => service === "sts")
    .map(({ action, parameters }) => {
      const told = Object.entries(parameters).filter(([name]) => name !== "RoleSessionName");
      return { action, ...Object.fromEntries(told) };
    });
}

describe("a long-term key that a command prints", () => {
  it("takes the role's code in AssumeRole itself, and gives the role its hours", async () => {
    const chain = chainFrom(printing(LONG_TERM), `mfa_serial = ${demoUser.mfaSerial}`, "duration_seconds = 7200");
    await chain.resolve("role").catch(() => undefined);
    expect(chain.prompts).toEqual([demoUser.mfaSerial]);
    expect(stsCalls()).toEqual([
      {
        action: "AssumeRole",
        RoleArn: ROLE1,
        DurationSeconds: "7200",
        SerialNumber: demoUser.mfaSerial,
        TokenCode: "******",
      },
    ]);
  });

  it("is handed on as a session of its user, where no role is behind it", async () => {
    const credentials = await chainFrom(printing(LONG_TERM)).resolve("tool");
    expect(stsCalls()).toEqual([{ action: "GetSessionToken", DurationSeconds: "43200" }]);
    expect(credentials.accessKeyId).toMatch(/^ASIA/);
  });
});

describe("a session that a command prints", () => {
  const session = async (): Promise<string> => {
    const user = chainOnDouble({ double, config: `[profile demo-user]\nmfa_serial = ${demoUser.mfaSerial}` });
    const { accessKeyId, secretAccessKey, sessionToken } = await user.resolve("demo-user");
    const key = { SecretAccessKey: secretAccessKey.reveal(), SessionToken: sessionToken.reveal() };
    return printing({ AccessKeyId: accessKeyId, ...key, Expiration: "2999-01-01T00:00:00Z" });
  };

  it("is asked for no code, and gives a role an hour at most", async () => {
    const chain = chainFrom(await session(), `mfa_serial = ${demoUser.mfaSerial}`, "duration_seconds = 7200");
    await chain.resolve("role");
    expect(chain.prompts).toEqual([]);
    expect(stsCalls().slice(1)).toEqual([{ action: "AssumeRole", RoleArn: ROLE1 }]);
  });

  it("opens by itself what it opens, without a call to STS", async () => {
    const chain = chainFrom(await session());
    const credentials = await chain.resolve("tool");
    expect(stsCalls()).toHaveLength(1);
    expect(credentials.expiration).toEqual(new Date("2999-01-01T00:00:00Z"));
  });
});

it("a command whose session sign-in refuses is not run again: what it printed was not stored", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-runs-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const session = { AccessKeyId: "ASIAUNKNOWN", SecretAccessKey: "s", SessionToken: "t" };
  const chain = chainFrom(`echo x >> ${folder}/runs; ${printing(session)}`);
  await expect(chain.signInUrl("tool")).rejects.toMatchObject({ problem: { kind: "sign-in-refused" } });
  expect(await readFile(path.join(folder, "runs"), "utf8")).toBe("x\n");
});

it("a command that fails is quoted, and STS is not called", async () => {
  await expect(chainFrom("sh -c 'echo please log in >&2; exit 1'").resolve("role")).rejects.toMatchObject({
    problem: {
      kind: "process-failed",
      profile: "role",
      source: "tool",
      reason: "it ended with exit code 1: please log in",
    },
  });
  expect(stsCalls()).toEqual([]);
});

it("a command is not run while the role's session lasts", async () => {
  const chain = chainFrom(printing(LONG_TERM), `mfa_serial = ${demoUser.mfaSerial}`);
  await chain.resolve("role");
  await chain.resolve("role");
  expect(stsCalls()).toHaveLength(1);
});

it("mfa_process gives the code, so that nobody is asked", async () => {
  const code = double.mfaCode(demoUser.mfaSerial);
  const user = `[profile demo-user]\nmfa_serial = ${demoUser.mfaSerial}\nmfa_process = printf ${code}`;
  const chain = chainOnDouble({
    double,
    config: `${user}\n[profile role]\nrole_arn = ${ROLE1}\nsource_profile = demo-user`,
  });
  await chain.resolve("role");
  expect(chain.prompts).toEqual([]);
  expect(stsCalls().map(({ action }) => action)).toEqual(["GetSessionToken", "AssumeRole"]);
});
