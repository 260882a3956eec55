import { configure } from "@testing-library/react";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished, vi } from "vitest";
import { articleConfig } from "../aws/article-config";
import { type AwsDouble, startAwsDouble } from "../aws-double/aws-double";
import { demoCredentials } from "../aws-double/demo-credentials";
import { demoUser } from "../aws-double/demo-world";

// The first call of a test file loads the AWS SDK, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 60_000 });

/** Variables that would lead the extension away from the test's own files and endpoints. */
const AWS_VARIABLES = [
  "AWS_CONFIG_FILE",
  "AWS_SHARED_CREDENTIALS_FILE",
  "AWS_PROFILE",
  "AWS_REGION",
  "AWS_ENDPOINT_URL",
  "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
  "AWS_USE_FIPS_ENDPOINT",
  "AWS_USE_DUALSTACK_ENDPOINT",
  "AWS_CA_BUNDLE",
];

/** Texts of the files under `~/.aws`; a file that is left out does not exist. */
export interface AwsFiles {
  readonly config?: string;
  readonly credentials?: string;
}

/** A user's machine with AWS behind it, for one test. */
export interface ExtensionWorld {
  readonly double: AwsDouble;
  /** The home folder that `~` stands for. */
  readonly home: string;
  /** A code that the device of demo-user shows and nobody used. */
  mfaCode(): string;
  /** The actions that AWS was asked for since the last time that this was asked; visits of the console do not count. */
  newCalls(): string[];
  /** Takes AWS off the network. */
  unplug(): Promise<void>;
}

/**
 * Gives the running test a home folder of its own and a stand-in for AWS, which the extension finds through the AWS
 * SDKs' own variables. Both are gone when the test has finished.
 *
 * @param files by default the article's config, and the key of demo-user in the credentials file
 * @param running a stand-in that outlives the test; by default one for the test
 */
export async function startExtensionWorld(
  files: AwsFiles = { config: articleConfig, credentials: demoCredentials },
  running?: AwsDouble,
): Promise<ExtensionWorld> {
  const double = running ?? (await startAwsDouble());
  const home = await mkdtemp(path.join(tmpdir(), "role-chains-home-"));
  await mkdir(path.join(home, ".aws"));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(home, ".aws", name), text);

  for (const name of AWS_VARIABLES) vi.stubEnv(name, undefined);
  vi.stubEnv("HOME", home);
  vi.stubEnv("AWS_ENDPOINT_URL_STS", double.url);
  vi.stubEnv("AWS_ENDPOINT_URL_SIGNIN", double.url);

  let closing: Promise<void> | undefined;
  const unplug = () => (closing ??= double.close());
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    if (!running) await unplug();
    await rm(home, { recursive: true });
  });

  let seen = 0;
  return {
    double,
    home,
    mfaCode: () => double.mfaCode(demoUser.mfaSerial),
    newCalls() {
      const calls = double.calls
        .slice(seen)
        .filter(({ service, action }) => service !== "console" && action !== "login");
      seen = double.calls.length;
      return calls.map(({ action }) => action);
    },
    unplug,
  };
}
