import { mayHaveArrived } from "../../network/network-failure";
import { isProblem, ProblemError } from "../../problem";
import { type RunCommand } from "../../sources/run-command";
import { type ChainPlan, type MfaDevice } from "../plan/chain-plan";
import { CodeGone, isMendedByNextCode } from "./code-gone";
import { freshCodeAt, nextCodeAt } from "./mfa-code";
import { withMfaProcess } from "./mfa-process";
import { type MfaPrompt, type MfaRequest } from "./mfa-prompt";
import { type SpentCodes } from "./spent-codes";

/** What spending a code needs of the world. */
export interface RedeemPorts {
  readonly mfaPrompt: MfaPrompt;
  readonly spentCodes: SpentCodes;
  readonly runCommand: RunCommand;
  readonly now: () => Date;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Aborted, with an {@link OpeningCancelled}, where the user gives up. */
  readonly signal?: AbortSignal;
}

/** A call that needs a code. */
export interface CodedCall<T> {
  readonly device: MfaDevice;
  readonly plan: ChainPlan;
  /** Makes the call. Calls `onSending` before the code leaves this machine, and waits for it. */
  readonly send: (code: string, onSending: () => Promise<void>) => Promise<T>;
  /** Opens the connection that the call will use and learns AWS's time; soon over, and never rejects. */
  readonly connect: () => Promise<void>;
  /** Hears that the user is asked, and asked again. */
  readonly onAsk: () => void;
  /** Hears, every second, how long a command's next code is still waited for. */
  readonly onWait: (secondsLeft: number) => void;
}

/**
 * Gets a code for a call and sends it once. AWS takes each code of a device once (RFC 6238, section 5.2), so one that any
 * command sent before is not sent again: the prompt is told when the device shows another. A code counts as sent from the
 * moment it is on its way, unless it is certain that it never arrived.
 *
 * @throws CodeGone where the problem cost the code, another `ProblemError` where it did not
 */
export async function redeemCode<T>(call: CodedCall<T>, ports: RedeemPorts): Promise<T> {
  const { device, plan, send, onAsk, onWait } = call;
  const { mfaPrompt, spentCodes, runCommand, now, sleep, signal } = ports;
  const { serial } = device;
  let connecting: Promise<void> | undefined;
  const connect = (): Promise<void> => (connecting = call.connect());

  const spend = async (code: string): Promise<void> => {
    // What a storage cannot tell or keep, AWS will: it refuses the code the second time.
    const sentAt = await spentCodes.sentAt(serial, code).catch(() => undefined);
    if (sentAt) {
      throw new CodeGone({ kind: "code-spent", profile: plan.profile, serial, freshAt: nextCodeAt(sentAt) });
    }
    await spentCodes.add(serial, code).catch(() => undefined);
  };

  const sendOnce = async (code: string): Promise<T> => {
    // A call that can be made only once is to be signed by AWS's time.
    await (connecting ?? connect());
    let isSent = false;
    try {
      return await send(code, async () => {
        signal?.throwIfAborted();
        await spend(code);
        isSent = true;
      });
    } catch (error) {
      // Another region may be asked the next time, or the clock be known.
      connecting = undefined;
      if (isMendedByNextCode(error)) onAsk();
      if (!isSent || !(error instanceof ProblemError)) throw error;
      const hasArrived = !isProblem(error, "sts-unreachable") || mayHaveArrived(error.problem.failure);
      if (hasArrived) throw new CodeGone(error.problem);
      await spentCodes.remove(serial, code).catch(() => undefined);
      throw error;
    }
  };

  const waitUntil = async (moment: Date): Promise<void> => {
    for (;;) {
      const left = moment.getTime() - now().getTime();
      if (left <= 0) return;
      signal?.throwIfAborted();
      onWait(Math.ceil(left / 1000));
      await sleep(Math.min(left, 1000));
    }
  };
  const lastSentAt = await spentCodes.lastSentAt(serial).catch(() => undefined);
  const freshAt = freshCodeAt(lastSentAt, now());
  const request: MfaRequest = { device, plan, freshAt, connect: () => void connect(), signal };
  const userPrompt: MfaPrompt = {
    redeemCode: (ask, redeem) => {
      signal?.throwIfAborted();
      onAsk();
      return mfaPrompt.redeemCode(ask, redeem);
    },
  };
  return withMfaProcess(userPrompt, { runCommand, waitUntil, now }).redeemCode(request, sendOnce);
}
