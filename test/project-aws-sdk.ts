import path from "node:path";
import { type AwsSdk } from "../src/aws/aws-sdk";
import { loadAwsSdk } from "../src/launcher/load-aws-sdk";

/** The AWS SDK of this project's own assets, as the extension loads it. */
export function projectAwsSdk(): AwsSdk {
  return loadAwsSdk(path.join(__dirname, "..", "assets"));
}
