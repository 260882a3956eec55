import { getPreferenceValues } from "@raycast/api";
import { homedir } from "node:os";
import path from "node:path";
import { awsVariables } from "../aws/shared-config/aws-variables";
import {
  expandPath,
  type FileLocations,
  fileLocations,
  type PathSurroundings,
} from "../aws/shared-config/file-locations";
import { DEFAULT_USER_SESSION_SECONDS } from "../aws/shared-config/load-shared-config";
import { type SharedConfigOptions } from "../aws/shared-config/shared-config";

/** What the user's preferences and AWS's own environment variables say, as far as this extension listens to them. */
export interface AwsEnvironment extends SharedConfigOptions {
  readonly files: FileLocations;
  /** The proxy of the preferences for calls to AWS, as the user wrote it; absent: that of the environment. */
  readonly httpsProxy: string | undefined;
}

const SECONDS_PER_HOUR = 3600;

/**
 * Reads the preferences and the variables of the AWS SDKs and Tools Reference Guide: file locations and those of
 * {@link awsVariables}. A launcher that was started from the desktop sees none of a shell's variables; then the
 * preferences and the defaults hold.
 */
export function awsEnvironment(
  variables: NodeJS.ProcessEnv = process.env,
  preferences: Preferences = getPreferenceValues<Preferences>(),
): AwsEnvironment {
  return {
    files: fileLocations(preferences, surroundings(variables)),
    inheritsDefault: preferences.inheritDefault,
    variables: awsVariables(variables),
    // A host that does not know the manifest's defaults gives no hours.
    userSessionSeconds: Number(preferences.userSessionHours) * SECONDS_PER_HOUR || DEFAULT_USER_SESSION_SECONDS,
    httpsProxy: preferences.httpsProxy?.trim() || undefined,
  };
}

/** The absolute path behind the one that messages show. */
export function absolutePath(shown: string): string {
  return path.resolve(expandPath(shown, surroundings(process.env)));
}

function surroundings(variables: NodeJS.ProcessEnv): PathSurroundings {
  return { variables, platform: process.platform, fallbackHome: homedir() };
}
