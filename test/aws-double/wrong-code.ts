import { type AwsDouble } from "./aws-double";

/** Six digits that differ from the device's code only in the first, as a slip of the finger does. */
export function wrongCode(double: AwsDouble, serialNumber: string): string {
  const right = double.mfaCode(serialNumber);
  return right.startsWith("0") ? `1${right.slice(1)}` : `0${right.slice(1)}`;
}
