import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { type DeviceMemory } from "./create-device-memory";

/** A prompt whose devices are remembered as soon as a code of theirs was taken. */
export function rememberDevices(prompt: MfaPrompt, memory: DeviceMemory): MfaPrompt {
  return {
    redeemCode: (request, redeem) =>
      prompt.redeemCode(request, async (code) => {
        const made = await redeem(code);
        // Not to be remembered is no reason to fail.
        await memory.remember(request.device.serial).catch(() => undefined);
        return made;
      }),
  };
}
