import { Secret, TOTP } from "otpauth";
import { type Clock } from "./clock";
import { findMfaDevice, type MfaDevice, type World } from "./world";

const STEP_SECONDS = 30;
const NEIGHBOUR_STEPS = 1;

/** Judges TOTP codes (RFC 6238) and remembers which were used. */
export class MfaDevices {
  readonly #clock: Clock;
  readonly #singleUse: boolean;
  readonly #usedSteps = new Map<string, Set<number>>();

  constructor(clock: Clock, singleUse: boolean) {
    this.#clock = clock;
    this.#singleUse = singleUse;
  }

  /**
   * Whether the device shows this code now, one step ago or one step ahead, and nobody used it before (rules 7 and 8).
   * A code that is accepted counts as used from then on, also when the call it came with is refused later.
   */
  accept(device: MfaDevice, code: string): boolean {
    const secret = Secret.fromBase32(device.seed);
    const timestamp = this.#clock.now().getTime();
    const delta = TOTP.validate({ token: code, secret, timestamp, window: NEIGHBOUR_STEPS });
    if (delta === null) return false;
    const step = this.#currentStep() + delta;
    if (this.#isUsed(device, step)) return false;
    this.#stepsOf(device).add(step);
    return true;
  }

  /**
   * A six-digit code that would be accepted now: the current one, or the next one when the current one is used.
   *
   * @throws Error when the world has no such device, or when both codes are used.
   */
  unusedCode(world: World, serialNumber: string): string {
    const device = deviceOf(world, serialNumber);
    const current = this.#currentStep();
    const step = [current, current + 1].find((candidate) => !this.#isUsed(device, candidate));
    if (step === undefined) {
      throw new Error(`Both codes of ${serialNumber} are used: advance the clock by ${STEP_SECONDS} s`);
    }
    return codeOf(device, step);
  }

  /** The code of this moment, used or not. Throws an Error when the world has no such device. */
  shownCode(world: World, serialNumber: string): string {
    return codeOf(deviceOf(world, serialNumber), this.#currentStep());
  }

  #currentStep(): number {
    return Math.floor(this.#clock.now().getTime() / 1000 / STEP_SECONDS);
  }

  #isUsed(device: MfaDevice, step: number): boolean {
    return this.#singleUse && this.#stepsOf(device).has(step);
  }

  #stepsOf({ serialNumber }: MfaDevice): Set<number> {
    const steps = this.#usedSteps.get(serialNumber) ?? new Set();
    this.#usedSteps.set(serialNumber, steps);
    return steps;
  }
}

function deviceOf(world: World, serialNumber: string): MfaDevice {
  const device = findMfaDevice(world, serialNumber);
  if (!device) throw new Error(`No MFA device ${serialNumber} in this world`);
  return device;
}

function codeOf({ seed }: MfaDevice, step: number): string {
  return TOTP.generate({ secret: Secret.fromBase32(seed), timestamp: step * STEP_SECONDS * 1000 });
}
