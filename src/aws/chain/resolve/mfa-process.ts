import { isProblem } from "../../problem";
import { type RunCommand } from "../../sources/run-command";
import { nextCodeAt, readMfaCode } from "./mfa-code";
import { type MfaPrompt } from "./mfa-prompt";
import { isMendedByNextCode } from "./code-gone";

/** What letting a command give the code needs of the world. */
export interface MfaProcessPorts {
  readonly runCommand: RunCommand;
  /** Waits until a moment. */
  readonly waitUntil: (moment: Date) => Promise<void>;
  readonly now: () => Date;
}

/**
 * A prompt that lets aws-vault's `mfa_process` give the code where a profile has one. Where the next code
 * helps, it is waited for and the command run once more; where it fails, or AWS does not take its code, the user is asked,
 * with the reason.
 */
export function withMfaProcess(prompt: MfaPrompt, { runCommand, waitUntil, now }: MfaProcessPorts): MfaPrompt {
  return {
    async redeemCode(request, redeem) {
      const { process } = request.device;
      if (process === undefined) return prompt.redeemCode(request, redeem);
      const ask = (notice: string) => prompt.redeemCode({ ...request, notice: `mfa_process: ${notice}` }, redeem);

      for (let isFirst = true; ; isFirst = false) {
        const outcome = await runCommand(process);
        if (outcome.kind === "failed") return ask(outcome.reason);
        const code = readMfaCode(outcome.output.reveal());
        if (code === undefined) return ask("it printed no code of six digits");
        try {
          return await redeem(code);
        } catch (error) {
          if (isProblem(error, "code-refused")) return ask("AWS refused its code");
          if (!isMendedByNextCode(error) || !(error instanceof Error)) throw error;
          if (!isFirst) return ask(error.message);
          await waitUntil(isProblem(error, "code-spent") ? error.problem.freshAt : nextCodeAt(now()));
        }
      }
    },
  };
}
