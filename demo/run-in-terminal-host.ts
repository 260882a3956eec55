import { spawn } from "node:child_process";
import path from "node:path";
import { type AwsDouble } from "../test/aws-double/aws-double";
import { demoUser } from "../test/aws-double/demo-world";
import { stageExtension } from "./staged-extension";
import { installTerminalHost, terminalHostCommand } from "./terminal-host";

export interface TerminalHostRun {
  readonly double: AwsDouble;
  readonly home: string;
  readonly project: string;
}

const CODE_INTERVAL_MS = 1_000;

/**
 * Runs the extension in the terminal host until the user leaves it. The current code of the demo's MFA device stands in
 * the title of the terminal's window, beside what the host draws.
 */
export async function runInTerminalHost({ double, home, project }: TerminalHostRun): Promise<void> {
  await installTerminalHost();
  const extension = path.join(home, "extension");
  await stageExtension(project, extension);

  console.log("Choose Open AWS Console, then demo-role2. In the code form press Tab, then type the code that the");
  console.log("title of this terminal's window shows. Esc leaves.\n");
  const showCode = () => process.stdout.write(`\x1b]0;MFA code of demo-user: ${currentCode(double)}\x07`);
  showCode();
  const timer = setInterval(showCode, CODE_INTERVAL_MS);
  try {
    await run(extension, { ...process.env, ...hostEnvironment(double, home) });
  } finally {
    clearInterval(timer);
  }
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

function run(extension: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { command, args } = terminalHostCommand(extension);
  const child = spawn(command, args, { cwd: extension, env, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`The terminal host ended with ${code}`))));
  });
}
