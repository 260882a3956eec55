import { homedir } from "node:os";
import path from "node:path";

/** What AWS's own environment variables say, as far as this extension listens to them. */
export interface AwsEnvironment {
  readonly configFile: string;
  readonly credentialsFile: string;
  readonly stsEndpoint: string | undefined;
  readonly signInEndpoint: string | undefined;
}

/**
 * Reads the variables of the AWS SDKs and Tools Reference Guide: file locations and service-specific endpoints. A
 * launcher that was started from the desktop sees none of a shell's variables; then the defaults hold.
 *
 * Credentials in the environment are left alone on purpose: the profile that was chosen decides.
 */
export function awsEnvironment(variables: NodeJS.ProcessEnv = process.env): AwsEnvironment {
  return {
    configFile: variables.AWS_CONFIG_FILE || "~/.aws/config",
    credentialsFile: variables.AWS_SHARED_CREDENTIALS_FILE || "~/.aws/credentials",
    stsEndpoint: variables.AWS_ENDPOINT_URL_STS || variables.AWS_ENDPOINT_URL || undefined,
    signInEndpoint: variables.AWS_ENDPOINT_URL_SIGNIN || variables.AWS_ENDPOINT_URL || undefined,
  };
}

/** The absolute path behind a path that may begin with `~`. */
export function expandHome(file: string): string {
  return file === "~" || file.startsWith("~/") ? path.join(homedir(), file.slice(1)) : path.resolve(file);
}
