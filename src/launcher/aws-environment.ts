import { getPreferenceValues } from "@raycast/api";
import { homedir } from "node:os";
import path from "node:path";
import {
  expandPath,
  type FileLocations,
  fileLocations,
  type PathSurroundings,
} from "../aws/shared-config/file-locations";

/** What the user's preferences and AWS's own environment variables say, as far as this extension listens to them. */
export interface AwsEnvironment {
  readonly files: FileLocations;
  /** Whether every profile takes what it leaves unset from `[default]`. */
  readonly inheritsDefault: boolean;
  readonly stsEndpoint: string | undefined;
  readonly signInEndpoint: string | undefined;
}

/**
 * Reads the preferences and the variables of the AWS SDKs and Tools Reference Guide: file locations and
 * service-specific endpoints. A launcher that was started from the desktop sees none of a shell's variables; then the
 * preferences and the defaults hold.
 *
 * Credentials in the environment are left alone on purpose: the profile that was chosen decides.
 */
export function awsEnvironment(
  variables: NodeJS.ProcessEnv = process.env,
  preferences: Preferences = getPreferenceValues<Preferences>(),
): AwsEnvironment {
  return {
    files: fileLocations(preferences, surroundings(variables)),
    inheritsDefault: preferences.inheritDefault,
    stsEndpoint: variables.AWS_ENDPOINT_URL_STS || variables.AWS_ENDPOINT_URL || undefined,
    signInEndpoint: variables.AWS_ENDPOINT_URL_SIGNIN || variables.AWS_ENDPOINT_URL || undefined,
  };
}

/** The absolute path behind the one that messages show. */
export function absolutePath(shown: string): string {
  return path.resolve(expandPath(shown, surroundings(process.env)));
}

function surroundings(variables: NodeJS.ProcessEnv): PathSurroundings {
  return { variables, platform: process.platform, fallbackHome: homedir() };
}
