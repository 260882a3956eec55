import { createRequire } from "node:module";
import path from "node:path";
import { type AwsSdk } from "../aws/aws-sdk";

/**
 * The AWS SDK, loaded from the assets: the launcher's bundler would put it into every command that can call AWS.
 *
 * @param assetsPath the launcher's folder of assets, which holds `aws-sdk/aws-sdk.cjs`
 */
export function loadAwsSdk(assetsPath: string): AwsSdk {
  const file = path.join(assetsPath, "aws-sdk", "aws-sdk.cjs");
  return createRequire(file)(file);
}
