import { type Diagnostic } from "../../shared-config/diagnostic";
import { type Profile, settingOf, type SharedConfig } from "../../shared-config/shared-config";
import { type CredentialSource, isLongTerm, type MfaDevice } from "./chain-plan";

/** Whether a source may be a user's own key: STS ties a device to the user who calls, and a session has none. */
export function mayPresentCode(source: CredentialSource): boolean {
  return isLongTerm(source) || source.kind === "process";
}

/**
 * The device that a chain starts with, and the command that prints its code.
 *
 * @param profiles that may name one, in the order that counts: the first role's, then those that lead to the user's key
 */
export function declaredDevice(profiles: readonly Profile[]): MfaDevice | undefined {
  const process = profiles.map((profile) => settingOf(profile, "mfa_process")).find((setting) => setting !== undefined);
  for (const profile of profiles) {
    const serial = settingOf(profile, "mfa_serial");
    if (serial) {
      const { value, declaredBy, file, line } = serial;
      return { serial: value, declaredBy, process: process?.value, file, line };
    }
  }
  return undefined;
}

/** Security keys and passkeys show no code, and STS takes nothing else (IAM User Guide, "FIDO2 security keys"). */
export function isFido({ serial }: MfaDevice): boolean {
  return serial.includes(":u2f/");
}

/** Says which `mfa_serial` of a chain counts for nothing. */
export function deviceDiagnostics(
  config: SharedConfig,
  roleProfiles: readonly Profile[],
  source: CredentialSource,
  device: MfaDevice | undefined,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const profile of roleProfiles) {
    const serial = settingOf(profile, "mfa_serial");
    if (!serial || serial.value === device?.serial) continue;
    diagnostics.push({
      severity: "warning",
      profile: profile.name,
      file: serial.file,
      line: serial.line,
      message: `mfa_serial of "${profile.name}" is left out: its role is assumed by a session, which has no MFA device, and STS would refuse it.`,
      hint: "Put it on the profile of the user whose key starts the chain.",
    });
  }

  // Keys of this extension's own store, as aws-vault has them: there [default] would have lent its device.
  const lender =
    config.inheritsDefault || source.kind !== "stored-key" || device ? undefined : config.profiles.get("default");
  const lent = lender && lender.name !== source.profile ? settingOf(lender, "mfa_serial") : undefined;
  if (lent) {
    diagnostics.push({
      severity: "warning",
      profile: source.profile,
      file: lent.file,
      line: lent.line,
      message: `mfa_serial of [default] does not count for "${source.profile}", as in every AWS SDK; aws-vault would use it.`,
      hint: `Write it into "${source.profile}", or turn on Inherit from [default] in the preferences.`,
    });
  }
  return diagnostics;
}
