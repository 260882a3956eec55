import { isProblem } from "../../problem";
import { type RunCommand } from "../../sources/run-command";
import { type MfaPrompt } from "./mfa-prompt";

/**
 * A prompt that lets aws-vault's `mfa_process` give the code where a profile has one, and asks the user, with the
 * reason, where the command fails or AWS does not take its code.
 */
export function withMfaProcess(prompt: MfaPrompt, runCommand: RunCommand): MfaPrompt {
  return {
    async redeemCode(request, redeem) {
      const { process } = request.device;
      if (process === undefined) return prompt.redeemCode(request, redeem);
      const ask = (notice: string) => prompt.redeemCode({ ...request, notice: `mfa_process: ${notice}` }, redeem);

      const outcome = await runCommand(process);
      if (outcome.kind === "failed") return ask(outcome.reason);
      const code = outcome.output.reveal().trim();
      if (!/^\d{6}$/.test(code)) return ask("it printed no code of six digits");
      try {
        return await redeem(code);
      } catch (error) {
        if (isProblem(error, "code-refused")) return ask("AWS refused its code");
        throw error;
      }
    },
  };
}
