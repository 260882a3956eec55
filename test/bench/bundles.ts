import { readFile } from "node:fs/promises";
import path from "node:path";
import { extension } from "../host/manifest";
import { bundleCommand } from "./command-bundle";

/**
 * The size of each command's bundle, which is read whenever the command starts, beside that of the AWS SDK, which is an
 * asset and read with the first call to AWS.
 */
export async function benchBundles(): Promise<void> {
  const bundles = await Promise.all(
    extension.manifest.commands.map(async ({ name }) => {
      const { text, modules } = await bundleCommand(name);
      const ofSdk = modules.filter((module) => /@(aws-sdk|smithy)\//.test(module));
      return { file: name, "minified kB": kilobytes(text), modules: modules.length, "SDK modules": ofSdk.length };
    }),
  );
  const sdk = await readFile(path.join(extension.assetsPath, "aws-sdk", "aws-sdk.cjs"), "utf8");
  console.table([...bundles, { file: "assets/aws-sdk", "minified kB": kilobytes(sdk) }]);
}

function kilobytes(text: string): number {
  return Math.round(Buffer.byteLength(text) / 1000);
}
