import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type AwsEnvironment } from "../../src/launcher/aws-environment";
import { readSharedConfig } from "../../src/launcher/read-shared-config";

const CONFIG = "[profile demo]\nregion = eu-west-1\n";
const CREDENTIALS = "[keys]\naws_access_key_id = AKIA1\naws_secret_access_key = secret\n";

type Entry = { readonly text: string } | "directory" | "absent";

const text = (content: string): Entry => ({ text: content });

/** Real files in a folder that the test leaves behind for nobody. */
async function files(entries: { config: Entry; credentials: Entry }): Promise<AwsEnvironment> {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-config-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, entry] of Object.entries(entries)) {
    const file = path.join(folder, name);
    if (entry === "directory") await mkdir(file);
    else if (entry !== "absent") await writeFile(file, entry.text);
  }
  return {
    configFile: path.join(folder, "config"),
    credentialsFile: path.join(folder, "credentials"),
    stsEndpoint: undefined,
    signInEndpoint: undefined,
  };
}

describe("reading the shared files", () => {
  it.each([
    ["both files", text(CONFIG), text(CREDENTIALS), ["demo", "keys"]],
    ["the config file alone", text(CONFIG), "absent", ["demo"]],
    ["the credentials file alone", "absent", text(CREDENTIALS), ["keys"]],
    ["an empty file", text(""), "absent", []],
    ["a file that begins with a byte order mark", text(`\uFEFF${CONFIG}`), "absent", ["demo"]],
  ] as const)("takes %s", async (_, config, credentials, profiles) => {
    const shared = await readSharedConfig(await files({ config, credentials }));
    expect([...shared.profiles.keys()]).toEqual(profiles);
    expect(shared.diagnostics).toEqual([]);
  });

  it("names the path in messages as it was given", async () => {
    const environment = await files({ config: text(CONFIG), credentials: "absent" });
    const shared = await readSharedConfig(environment);
    expect(shared.profiles.get("demo")).toMatchObject({ file: environment.configFile, line: 1 });
  });

  it("finds no config where neither file is, nor the folder of the files", async () => {
    const environment = await files({ config: "absent", credentials: "absent" });
    const nowhere = { ...environment, configFile: path.join(environment.configFile, "config") };
    for (const variant of [environment, nowhere]) {
      await expect(readSharedConfig(variant)).rejects.toMatchObject({
        problem: { kind: "no-config", file: variant.configFile },
      });
    }
  });

  it("does not go on without a config file that cannot be read", async () => {
    const environment = await files({ config: "directory", credentials: text(CREDENTIALS) });
    await expect(readSharedConfig(environment)).rejects.toMatchObject({
      problem: { kind: "config-unreadable", file: environment.configFile, reason: "EISDIR" },
    });
  });

  it("goes on without a credentials file that cannot be read, and says so", async () => {
    const environment = await files({ config: text(CONFIG), credentials: "directory" });
    const shared = await readSharedConfig(environment);
    expect([...shared.profiles.keys()]).toEqual(["demo"]);
    expect(shared.diagnostics).toMatchObject([
      { severity: "error", file: environment.credentialsFile, message: expect.stringContaining("(EISDIR)") },
    ]);
  });
});
