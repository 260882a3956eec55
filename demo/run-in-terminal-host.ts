import path from "node:path";
import { type AwsDouble } from "../test/aws-double/aws-double";
import { demoUser } from "../test/aws-double/demo-world";
import { runWithStatusLine } from "./run-with-status-line";
import { stageExtension } from "./staged-extension";
import { installTerminalHost, terminalHostCommand } from "./terminal-host";

export interface TerminalHostRun {
  readonly double: AwsDouble;
  readonly home: string;
  readonly project: string;
}

/** Runs the extension in the terminal host until the user leaves it, with the demo device's current code beside it. */
export async function runInTerminalHost({ double, home, project }: TerminalHostRun): Promise<void> {
  await installTerminalHost();
  const extension = path.join(home, "extension");
  await stageExtension(project, extension);
  await runWithStatusLine({
    ...terminalHostCommand(extension),
    cwd: extension,
    env: { ...process.env, ...hostEnvironment(double, home) },
    statusLine: () => `MFA code of demo-user: ${currentCode(double)}. Open AWS Console, then demo-role2. Esc leaves.`,
  });
}

/** What the extension finds in its environment: the stand-in in place of AWS, and the throw-away home. */
export function hostEnvironment(double: AwsDouble, home: string): NodeJS.ProcessEnv {
  return {
    HOME: home,
    AWS_CONFIG_FILE: "",
    AWS_SHARED_CREDENTIALS_FILE: "",
    AWS_ENDPOINT_URL_STS: double.url,
    AWS_ENDPOINT_URL_SIGNIN: double.url,
  };
}

function currentCode(double: AwsDouble): string {
  try {
    return double.mfaCode(demoUser.mfaSerial);
  } catch {
    return "wait for the next";
  }
}
