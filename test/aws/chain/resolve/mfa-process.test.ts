import { describe, expect, it } from "vitest";
import { mfaDevice } from "../../../../src/aws/chain/plan/chain-plan";
import { withMfaProcess } from "../../../../src/aws/chain/resolve/mfa-process";
import { type MfaPrompt, type MfaRequest } from "../../../../src/aws/chain/resolve/mfa-prompt";
import { ProblemError } from "../../../../src/aws/problem";
import { Secret } from "../../../../src/aws/secret";
import { type CommandOutcome } from "../../../../src/aws/sources/run-command";
import { planOf } from "../../plan-of";

const SERIAL = "arn:aws:iam::111111111111:mfa/ada";
const REFUSED = new ProblemError({ kind: "code-refused", profile: "ada", serial: SERIAL });

function requestOf(...lines: string[]): MfaRequest {
  const plan = planOf(["[profile ada]", `mfa_serial = ${SERIAL}`, ...lines, ""].join("\n"), "ada");
  const device = mfaDevice(plan);
  if (!device) throw new Error("The plan has no device.");
  return { device, plan };
}

const WITH_PROCESS = requestOf("mfa_process = ykman oath accounts code --single aws");

/** Which codes are tried, in their order, and with which notice the user is asked; the user types 999999. */
async function redeem(
  request: MfaRequest,
  outcome: CommandOutcome,
  refusals: Readonly<Record<string, Error>> = {},
): Promise<{ codes: string[]; notices: (string | undefined)[]; commands: string[] }> {
  const codes: string[] = [];
  const notices: (string | undefined)[] = [];
  const commands: string[] = [];
  const user: MfaPrompt = {
    redeemCode: ({ notice }, tryCode) => {
      notices.push(notice);
      return tryCode("999999");
    },
  };
  const run = async (command: string): Promise<CommandOutcome> => {
    commands.push(command);
    return outcome;
  };
  await withMfaProcess(user, run).redeemCode(request, async (code) => {
    codes.push(code);
    const refusal = refusals[code];
    if (refusal) throw refusal;
  });
  return { codes, notices, commands };
}

const printed = (output: string): CommandOutcome => ({ kind: "printed", output: new Secret(output) });

describe("mfa_process", () => {
  it("gives the code, so that nobody is asked", async () => {
    expect(await redeem(WITH_PROCESS, printed("012345\n"))).toEqual({
      codes: ["012345"],
      notices: [],
      commands: ["ykman oath accounts code --single aws"],
    });
  });

  it("is not run where a profile has none", async () => {
    expect(await redeem(requestOf(), printed("012345"))).toEqual({
      codes: ["999999"],
      notices: [undefined],
      commands: [],
    });
  });

  it.each<[string, CommandOutcome, string]>([
    ["fails", { kind: "failed", reason: "it ended with exit code 1: no key" }, "it ended with exit code 1: no key"],
    ["prints something else", printed("code: 12"), "it printed no code of six digits"],
    ["prints nothing", printed(""), "it printed no code of six digits"],
  ])("that %s leaves the code to the user, with the reason", async (_what, outcome, reason) => {
    const { codes, notices } = await redeem(WITH_PROCESS, outcome);
    expect(codes).toEqual(["999999"]);
    expect(notices).toEqual([`mfa_process: ${reason}`]);
  });

  it("whose code AWS refuses leaves the next one to the user", async () => {
    const { codes, notices } = await redeem(WITH_PROCESS, printed("012345"), { "012345": REFUSED });
    expect(codes).toEqual(["012345", "999999"]);
    expect(notices).toEqual(["mfa_process: AWS refused its code"]);
  });

  it("passes on any other problem", async () => {
    const skew = new ProblemError({ kind: "clock-skew", profile: "ada" });
    await expect(redeem(WITH_PROCESS, printed("012345"), { "012345": skew })).rejects.toBe(skew);
  });
});
