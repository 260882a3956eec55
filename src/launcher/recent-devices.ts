import { LocalStorage } from "@raycast/api";
import { array, string } from "valibot";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { createStoredValue } from "./create-stored-value";

/** Nobody carries more. */
const MOST = 20;

const serials = createStoredValue(LocalStorage, "recent-devices", array(string()), []);

/** Serials of the devices that codes were taken of, the last one first. */
export function readRecentDevices(): Promise<readonly string[]> {
  return serials.read();
}

/** A prompt whose devices are remembered as soon as a code of theirs was taken. */
export function rememberDevices(prompt: MfaPrompt): MfaPrompt {
  return {
    redeemCode: (request, redeem) =>
      prompt.redeemCode(request, async (code) => {
        const made = await redeem(code);
        // Not to be remembered is no reason to fail.
        await rememberDevice(request.device.serial).catch(() => undefined);
        return made;
      }),
  };
}

function rememberDevice(serial: string): Promise<void> {
  return serials.update((others) => [serial, ...others.filter((other) => other !== serial)].slice(0, MOST));
}
