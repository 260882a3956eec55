// Copies the key store's native addon for every desktop platform from @github/keytar into assets/native/<platform>-<arch>/.
// The bundler refuses `.node` files, so the addon travels as an asset and is loaded at run time (src/launcher/create-key-store.ts).
import { cp, mkdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const PLATFORMS = ["darwin-arm64", "darwin-x64", "win32-arm64", "win32-x64", "linux-arm64", "linux-x64"];

const projectFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const keytarFolder = path.dirname(createRequire(import.meta.url).resolve("@github/keytar/package.json"));
const nativeFolder = path.join(projectFolder, "assets", "native");

await rm(nativeFolder, { recursive: true, force: true });
for (const platform of PLATFORMS) {
  const folder = path.join(nativeFolder, platform);
  await mkdir(folder, { recursive: true });
  await cp(path.join(keytarFolder, "prebuilds", platform, "keytar.node"), path.join(folder, "keytar.node"));
}
await cp(path.join(keytarFolder, "LICENSE.md"), path.join(nativeFolder, "LICENSE-keytar.md"));
