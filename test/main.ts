import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { KEY_STORE_IS_THROW_AWAY } from "./key-store-for-tests";
import { inThrowAwayKeyring, isKeyringAvailable } from "./throw-away-keyring";

// `npm test`: all tests, on a real key store that is thrown away afterwards where this machine can make one.
const folder = mkdtempSync(path.join(tmpdir(), "role-chains-test-"));
const vitest = path.join(path.dirname(createRequire(__filename).resolve("vitest/package.json")), "vitest.mjs");
const args = [vitest, "run", ...process.argv.slice(2)];
const hasKeyring = isKeyringAvailable();
const invocation = hasKeyring
  ? inThrowAwayKeyring(folder, process.execPath, args)
  : { command: process.execPath, args };

const env = { ...process.env, ...(hasKeyring && { [KEY_STORE_IS_THROW_AWAY]: "1" }) };
spawn(invocation.command, invocation.args, { stdio: "inherit", env }).on("close", (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = code ?? 1;
});
