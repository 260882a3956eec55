import { type MfaDevice } from "./chain-plan";

/** IAM User Guide, "IAM ARNs": a virtual device has an account, a path and a name, which is most often its user's. */
const VIRTUAL_DEVICE = /^arn:[a-z0-9-]+:iam::(\d{12}):mfa\/(?:\S*\/)?([^\s/]+)$/;

/**
 * A device as its user knows it: its name and account or, of hardware, its serial number; and the profile that names it
 * where that is called otherwise.
 *
 * @example
 * deviceName(device); // "demo-user in 111111111111" or "GAHT12345678, named by work"
 */
export function deviceName({ serial, declaredBy }: MfaDevice): string {
  const [, accountId, name] = VIRTUAL_DEVICE.exec(serial) ?? [];
  const words = accountId === undefined ? serial : `${name} in ${accountId}`;
  return name === declaredBy ? words : `${words}, named by ${declaredBy}`;
}
