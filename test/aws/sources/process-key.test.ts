import { describe, expect, it } from "vitest";
import { type ChainPlan, type ProcessSource } from "../../../src/aws/chain/plan/chain-plan";
import { Secret } from "../../../src/aws/secret";
import { type PrintedKey, readProcessKey } from "../../../src/aws/sources/process-key";
import { type CommandOutcome } from "../../../src/aws/sources/run-command";
import { planOf } from "../plan-of";

const NOW = new Date("2026-11-23T12:00:00Z");
const KEY = { Version: 1, AccessKeyId: "AKIATOOL", SecretAccessKey: "tool-secret" };
const PLAN: ChainPlan = planOf("[profile tool]\ncredential_process = some-tool --json\n", "tool");

function processSource({ source }: ChainPlan): ProcessSource {
  if (source.kind === "process") return source;
  throw new Error("The plan does not start from a command.");
}

/** The key that is read from a command with this outcome. */
async function read(outcome: CommandOutcome, commands: string[] = []): Promise<PrintedKey> {
  const run = async (command: string): Promise<CommandOutcome> => {
    commands.push(command);
    return outcome;
  };
  return readProcessKey(processSource(PLAN), PLAN, run, () => NOW);
}

const printed = (output: unknown): CommandOutcome => ({
  kind: "printed",
  output: new Secret(typeof output === "string" ? output : JSON.stringify(output)),
});

describe("the key that a command prints", () => {
  it("is a user's own without a session token", async () => {
    const commands: string[] = [];
    const key = await read(printed(KEY), commands);
    expect(commands).toEqual(["some-tool --json"]);
    expect([key.accessKeyId, key.secretAccessKey.reveal(), key.sessionToken, key.expiration]).toEqual([
      "AKIATOOL",
      "tool-secret",
      undefined,
      undefined,
    ]);
  });

  it("may have null for what a user's own key lacks", async () => {
    const key = await read(printed({ ...KEY, SessionToken: null, Expiration: null }));
    expect([key.accessKeyId, key.sessionToken, key.expiration]).toEqual(["AKIATOOL", undefined, undefined]);
  });

  it("is a session with its end where the command says so", async () => {
    const key = await read(printed({ ...KEY, SessionToken: "tool-token", Expiration: "2026-11-23T13:00:00+00:00" }));
    expect(key.sessionToken?.reveal()).toBe("tool-token");
    expect(key.expiration).toEqual(new Date("2026-11-23T13:00:00Z"));
  });
});

describe("a command gives no key", () => {
  it.each<[string, CommandOutcome, string]>([
    ["when it fails, in its own words", { kind: "failed", reason: "it ended with exit code 1: please log in" }, ""],
    ["without JSON", printed("Logged in as tool-secret"), "it printed no JSON"],
    ["with JSON that is no object", printed("42"), "it printed no JSON"],
    ["without a version", printed({ ...KEY, Version: undefined }), "the Version it printed is not 1"],
    ["with another version", printed({ ...KEY, Version: 2 }), "the Version it printed is not 1"],
    [
      "with half a key",
      printed({ ...KEY, SecretAccessKey: undefined }),
      "it printed no AccessKeyId with its SecretAccessKey",
    ],
    ["with an empty key", printed({ ...KEY, AccessKeyId: "" }), "it printed no AccessKeyId with its SecretAccessKey"],
    ["with an end that is no date", printed({ ...KEY, Expiration: "soon" }), "the Expiration it printed is no date"],
    ["after its end", printed({ ...KEY, Expiration: "2026-11-23T12:00:00Z" }), "the key it printed has expired"],
  ])("%s", async (_what, outcome, reason) => {
    const problem = {
      kind: "process-failed",
      profile: "tool",
      source: "tool",
      reason: outcome.kind === "failed" ? outcome.reason : reason,
      file: "~/.aws/config",
      line: 2,
    };
    const error = await read(outcome).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ problem });
    expect(String(error)).not.toContain("tool-secret");
  });
});
