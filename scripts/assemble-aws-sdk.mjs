// Bundles what the extension uses of the AWS SDK into assets/aws-sdk/aws-sdk.cjs, with the licenses of all that is in it.
// The launcher's bundler makes one file of each command, so the SDK would be read whenever the list is opened; as an asset
// it is loaded with the first call to AWS (src/launcher/load-aws-sdk.ts). It holds nothing of src/: the lock file and the
// packages named here are all that it depends on.
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Those of the type `AwsSdk` (src/aws/aws-sdk.ts). */
const PACKAGES = ["@aws-sdk/client-sts", "@smithy/core/protocols", "@smithy/core/retry", "@smithy/node-http-handler"];

const projectFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const sdkFolder = path.join(projectFolder, "assets", "aws-sdk");

// Getters, so that each package is evaluated when it is needed first: signing in takes no STS client.
const getters = PACKAGES.map((name) => `get "${name}"() { return require("${name}"); }`);
await rm(sdkFolder, { recursive: true, force: true });
await mkdir(sdkFolder, { recursive: true });
const { metafile } = await build({
  stdin: { contents: `module.exports = { ${getters.join(", ")} };`, resolveDir: projectFolder },
  absWorkingDir: projectFolder,
  outfile: path.join(sdkFolder, "aws-sdk.cjs"),
  bundle: true,
  minify: true,
  metafile: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  // Of the packages' two forms the one that leaves out what is not used.
  mainFields: ["module", "main"],
  legalComments: "none",
  banner: { js: "/* Bundled from npm packages; their licenses are in LICENSES.txt. */" },
  logLevel: "warning",
});

const folders = Object.keys(metafile.inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
/** Names of packages by the text of their license; some packages only name it. */
const licensed = new Map();
for (const folder of [...new Set(folders)].sort()) {
  const inFolder = (name) => path.join(projectFolder, folder, name);
  const { name, version, license } = JSON.parse(await readFile(inFolder("package.json"), "utf8"));
  const text = existsSync(inFolder("LICENSE")) ? await readFile(inFolder("LICENSE"), "utf8") : "";
  licensed.set(text, [...(licensed.get(text) ?? []), `${name} ${version} (${license})`]);
}
const notices = Array.from(licensed, ([text, packages]) => `${packages.join("\n")}\n\n${text}`.trimEnd());
await writeFile(path.join(sdkFolder, "LICENSES.txt"), `${notices.join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
