import { describe, expect, it } from "vitest";
import { mfaDevice } from "../../../../src/aws/chain/plan/chain-plan";
import { withMfaProcess } from "../../../../src/aws/chain/resolve/mfa-process";
import { type MfaPrompt, type MfaRequest } from "../../../../src/aws/chain/resolve/mfa-prompt";
import { ProblemError } from "../../../../src/aws/problem";
import { Secret } from "../../../../src/aws/secret";
import { type CommandOutcome } from "../../../../src/aws/sources/run-command";
import { planOf } from "../../plan-of";

const SERIAL = "arn:aws:iam::111111111111:mfa/ada";
const NOW = new Date("2026-11-25T12:00:12Z");
const FRESH_AT = new Date("2026-11-25T12:00:30Z");
const SPENT = new ProblemError({ kind: "code-spent", profile: "ada", serial: SERIAL, freshAt: FRESH_AT });
const REFUSED = new ProblemError({ kind: "code-refused", profile: "ada", serial: SERIAL });

function requestOf(...lines: string[]): MfaRequest {
  const plan = planOf(["[profile ada]", `mfa_serial = ${SERIAL}`, ...lines, ""].join("\n"), "ada");
  const device = mfaDevice(plan);
  if (!device) throw new Error("The plan has no device.");
  return { device, plan, freshAt: undefined, connect: () => undefined, signal: undefined };
}

const WITH_PROCESS = requestOf("mfa_process = ykman oath accounts code --single aws");

/** Which codes are tried, in their order, and with which notice the user is asked; the user types 999999. */
async function redeem(
  request: MfaRequest,
  outcome: CommandOutcome,
  refusals: Readonly<Record<string, Error[]>> = {},
): Promise<{ codes: string[]; notices: (string | undefined)[]; commands: string[]; waits: Date[] }> {
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
  const waits: Date[] = [];
  const waitUntil = async (moment: Date): Promise<void> => void waits.push(moment);
  await withMfaProcess(user, { runCommand: run, waitUntil, now: () => NOW }).redeemCode(request, async (code) => {
    codes.push(code);
    const refusal = refusals[code]?.shift();
    if (refusal) throw refusal;
  });
  return { codes, notices, commands, waits };
}

const printed = (output: string): CommandOutcome => ({ kind: "printed", output: new Secret(output) });

describe("mfa_process", () => {
  it("gives the code, so that nobody is asked", async () => {
    expect(await redeem(WITH_PROCESS, printed("012345\n"))).toEqual({
      codes: ["012345"],
      notices: [],
      commands: ["ykman oath accounts code --single aws"],
      waits: [],
    });
  });

  it("is not run where a profile has none", async () => {
    expect(await redeem(requestOf(), printed("012345"))).toEqual({
      codes: ["999999"],
      notices: [undefined],
      commands: [],
      waits: [],
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
    const { codes, notices } = await redeem(WITH_PROCESS, printed("012345"), { "012345": [REFUSED] });
    expect(codes).toEqual(["012345", "999999"]);
    expect(notices).toEqual(["mfa_process: AWS refused its code"]);
  });

  it("is run once more when its code was spent and the next one shows", async () => {
    const { codes, commands, waits } = await redeem(WITH_PROCESS, printed("012345"), { "012345": [SPENT] });
    expect(codes).toEqual(["012345", "012345"]);
    expect(commands).toHaveLength(2);
    expect(waits).toEqual([FRESH_AT]);
  });

  it("that prints a spent code twice leaves the next one to the user", async () => {
    const { codes, notices } = await redeem(WITH_PROCESS, printed("012345"), { "012345": [SPENT, SPENT] });
    expect(codes).toEqual(["012345", "012345", "999999"]);
    expect(notices).toEqual([`mfa_process: ${SPENT.message}`]);
  });

  it("is run once more when its code is gone for another reason, and only then leaves it to the user", async () => {
    const skew = new ProblemError({ kind: "clock-skew", profile: "ada" });
    const once = await redeem(WITH_PROCESS, printed("012345"), { "012345": [skew] });
    expect(once).toMatchObject({ codes: ["012345", "012345"], notices: [], waits: [FRESH_AT] });
    const twice = await redeem(WITH_PROCESS, printed("012345"), { "012345": [skew, skew] });
    expect(twice.notices).toEqual([`mfa_process: ${skew.message}`]);
  });

  it("passes on a problem that no code mends", async () => {
    const noKey = new ProblemError({ kind: "no-access-key", profile: "ada", source: "ada" });
    await expect(redeem(WITH_PROCESS, printed("012345"), { "012345": [noKey] })).rejects.toBe(noKey);
  });
});
