import "./node-with-dom";
import { waitFor } from "@testing-library/react";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { articleConfig } from "../aws/article-config";
import { demoCredentials } from "../aws-double/demo-credentials";
import { demoUser } from "../aws-double/demo-world";
import { host } from "../host/headless-host";
import { startExtensionWorld } from "./extension-world";
import { failureToast, openConsoleOf, pressEnterOn } from "./launcher-user";

const SERIAL_LINE = `mfa_serial = ${demoUser.mfaSerial}\n`;
const AWS_VAULT_LINE = "credential_process = aws-vault exec demo-user --json --prompt=terminal";

const withMfaProcess = (command: string): string =>
  articleConfig.replace(SERIAL_LINE, `${SERIAL_LINE}mfa_process = ${command}\n`);
const withProcess = (command: string): string =>
  articleConfig.replace(AWS_VAULT_LINE, `credential_process = ${command}\n${SERIAL_LINE}`);

describe("mfa_process", () => {
  it("gives the code, so that Enter opens the console", async () => {
    const world = await startExtensionWorld({ credentials: demoCredentials });
    await writeFile(path.join(world.home, ".aws", "config"), withMfaProcess(`printf ${world.mfaCode()}`));
    await openConsoleOf("demo-role2");
    expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]);
  });

  it("that fails leaves the code to the user, and says why", async () => {
    const world = await startExtensionWorld({
      config: withMfaProcess("sh -c 'echo no security key >&2; exit 1'"),
      credentials: demoCredentials,
    });
    const form = await pressEnterOn("demo-role2");
    const note = await form.view.findByRole("note", { name: "No Code" });
    expect(note.textContent).toContain("mfa_process: it ended with exit code 1: no security key");
    await form.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]));
  });
});

describe("credential_process", () => {
  it("of any tool starts a chain", async () => {
    const key = { Version: 1, AccessKeyId: demoUser.accessKeyId, SecretAccessKey: demoUser.secretAccessKey };
    const world = await startExtensionWorld({ config: withProcess(`printf '%s' '${JSON.stringify(key)}'`) });
    await openConsoleOf("demo-role2", world.mfaCode());
    expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]);
  });

  it("that fails is quoted, with the line that names it", async () => {
    await startExtensionWorld({ config: withProcess("sh -c 'echo please log in >&2; exit 1'") });
    await pressEnterOn("demo-role2");
    expect(await failureToast()).toEqual({
      title: "Command Gave No Key",
      message:
        'credential_process of "demo-default" (~/.aws/config, line 10), which "demo-role2" starts from, gave no key: ' +
        "it ended with exit code 1: please log in. Run it in a terminal to see more, then try again.",
      action: "Edit Config at Line 10",
    });
  });
});
