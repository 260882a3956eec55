import { problemReport } from "../aws/problem-report";
import { now } from "./now";

/** A failure of this moment as text that can be sent to somebody who helps; holds no secret. */
export function failureReport(error: unknown): string {
  return problemReport(error, { platform: process.platform, node: process.versions.node, at: now() });
}
