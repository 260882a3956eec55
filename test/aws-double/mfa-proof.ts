import { type Caller } from "./caller";
import { type MfaDevices } from "./mfa-devices";
import { StsError } from "./sts-error";
import { constraints, type StsParameters } from "./sts-parameters";
import { findMfaDeviceOfUser, type World } from "./world";

/** The parameters by which a call offers a second factor. */
export interface MfaParameters {
  readonly serialNumber: string | undefined;
  readonly code: string | undefined;
}

/** Reads SerialNumber and TokenCode. */
export function readMfa(parameters: StsParameters): MfaParameters {
  return {
    serialNumber: parameters.text("SerialNumber", constraints.serialNumber),
    code: parameters.text("TokenCode", constraints.tokenCode),
  };
}

/**
 * Whether the call proves a second factor: false when it offers none.
 *
 * @throws StsError AccessDenied when what it offers is incomplete or wrong (rules 7 and 8).
 */
export function proveMfa(
  { serialNumber, code }: MfaParameters,
  caller: Caller,
  { world, mfaDevices }: { readonly world: World; readonly mfaDevices: MfaDevices },
): boolean {
  if (serialNumber === undefined && code === undefined) return false;
  if (serialNumber === undefined || code === undefined) {
    throw new StsError(
      "AccessDenied",
      "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.",
    );
  }
  const device = findMfaDeviceOfUser(world, caller.arn, serialNumber);
  if (!device) {
    throw new StsError(
      "AccessDenied",
      "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
    );
  }
  if (!mfaDevices.accept(device, code)) {
    throw new StsError("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code. ");
  }
  return true;
}

/**
 * The MFA keys of the request context (IAM guide, reference_policies_condition-keys). Long-term keys without a code
 * have none; temporary credentials always have one, and those of AssumeRole never carry the second factor on.
 */
export function mfaContext(caller: Caller, proved: boolean, now: Date): [string, string][] {
  if (!proved && caller.kind === "user") return [];
  const authenticatedAt = proved ? now : caller.kind === "user-session" ? caller.mfaAuthenticatedAt : undefined;
  if (!authenticatedAt) return [["aws:multifactorauthpresent", "false"]];
  const age = Math.floor((now.getTime() - authenticatedAt.getTime()) / 1000);
  return [
    ["aws:multifactorauthpresent", "true"],
    ["aws:multifactorauthage", String(age)],
  ];
}
