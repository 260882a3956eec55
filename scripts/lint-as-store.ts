import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

// The checks that the Store runs on a pull request (`ray lint`), without network: it asks Raycast whether the author is known
// and for the manifest's JSON schema, and a server on loopback says yes to the one and gives a schema that allows all.
// What the schema would check is checked by test/store/.
async function main(): Promise<void> {
  const raycast = createServer((_, response) => response.setHeader("Content-Type", "application/json").end("{}"));
  await once(raycast.listen(0, "127.0.0.1"), "listening");
  const address = raycast.address();
  if (address === null || typeof address === "string") throw new Error("The server got no port");
  const url = `http://127.0.0.1:${address.port}`;
  // `ray` writes into the home folder, and in CI looks at the lock file as well.
  const home = await mkdtemp(path.join(tmpdir(), "role-chains-lint-"));
  try {
    const ray = path.join(
      path.dirname(createRequire(__filename).resolve("@raycast/api/package.json")),
      "bin",
      "run.js",
    );
    const child = spawn(process.execPath, [ray, "lint", "--non-interactive", "--schema", url], {
      stdio: "inherit",
      env: { ...process.env, HOME: home, CI: "true", RAY_APIURL: url, RAY_TOKEN: undefined },
    });
    const [code]: (number | null)[] = await once(child, "close");
    process.exitCode = code ?? 1;
  } finally {
    raycast.close();
    await rm(home, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
