import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import * as v from "valibot";
import { type FileLocation, type FileLocations } from "../../src/aws/shared-config/file-locations";
import { readSharedConfig } from "../../src/launcher/read-shared-config";
import { sharedJson } from "../shared-data";
import { withoutPrivileges } from "../without-privileges";

const CONFIG = "[profile demo]\nregion = eu-west-1\n";
const CREDENTIALS = "[keys]\naws_access_key_id = AKIA1\naws_secret_access_key = secret\n";

type Entry = { readonly text: string | Uint8Array } | "directory" | "absent";

const text = (content: string | Uint8Array): Entry => ({ text: content });

/** Real files in a folder that the test leaves behind for nobody. */
async function files(
  entries: { config: Entry; credentials: Entry },
  chosenBy: FileLocation["chosenBy"] = "default",
): Promise<FileLocations> {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-config-"));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, entry] of Object.entries(entries)) {
    const file = path.join(folder, name);
    if (entry === "directory") await mkdir(file);
    else if (entry !== "absent") await writeFile(file, entry.text);
  }
  const location = (name: string): FileLocation => ({
    path: path.join(folder, name),
    shown: `~/.aws/${name}`,
    chosenBy,
  });
  return { config: location("config"), credentials: location("credentials") };
}

/** Profiles and findings of both files. */
async function read(locations: FileLocations): Promise<{ profiles: string[]; findings: string[] }> {
  const { profiles, diagnostics } = await readSharedConfig({ files: locations });
  return {
    profiles: [...profiles.keys()],
    findings: diagnostics.map(({ severity, file, line, message, hint }) =>
      [severity, line === undefined ? file : `${file}:${line}`, message, hint].join(" | "),
    ),
  };
}

const CANNOT_READ_HINT = "Make it an ordinary file that you may read, or name another in the preferences.";

describe("reading the shared files", () => {
  it.each([
    ["both files", text(CONFIG), text(CREDENTIALS), ["demo", "keys"]],
    ["the config file alone", text(CONFIG), "absent", ["demo"]],
    ["the credentials file alone", "absent", text(CREDENTIALS), ["keys"]],
    ["an empty file", text(""), "absent", []],
  ] as const)("takes %s", async (_, config, credentials, profiles) => {
    expect(await read(await files({ config, credentials }))).toEqual({ profiles, findings: [] });
  });

  it.each([
    [
      "a byte order mark",
      text(`\uFEFF${CONFIG}`),
      "warning | ~/.aws/config:1 | The file begins with a byte order mark",
    ],
    ["UTF-16", text(Buffer.from(`\uFEFF${CONFIG}`, "utf16le")), "warning | ~/.aws/config:1 | The file is in UTF-16"],
    [
      "Latin-1",
      text(Buffer.from(`${CONFIG}# é`, "latin1")),
      "error | ~/.aws/config:3 | From this line on, not everything",
    ],
  ])("takes a file in another encoding, and says so: %s", async (_, config, finding) => {
    const { profiles, findings } = await read(await files({ config, credentials: text(CREDENTIALS) }));
    expect(profiles).toEqual(["demo", "keys"]);
    expect(findings).toEqual([expect.stringContaining(finding)]);
  });

  it("names the path in messages as it was written", async () => {
    const { profiles } = await readSharedConfig({
      files: await files({ config: text(CONFIG), credentials: "absent" }),
    });
    expect(profiles.get("demo")).toMatchObject({ file: "~/.aws/config", line: 1 });
  });
});

describe("a file that is not there", () => {
  it.each(["default", "variable"] as const)("is nothing to speak of where it is the %s's", async (chosenBy) => {
    const locations = await files({ config: text(CONFIG), credentials: "absent" }, chosenBy);
    expect(await read(locations)).toEqual({ profiles: ["demo"], findings: [] });
  });

  it.each([
    ["config", { config: "absent", credentials: text(CREDENTIALS) }, ["keys"]],
    ["credentials", { config: text(CONFIG), credentials: "absent" }, ["demo"]],
  ] as const)("is missed where a preference names it: the %s file", async (kind, entries, profiles) => {
    expect(await read(await files(entries, "preference"))).toEqual({
      profiles,
      findings: [
        `warning | ~/.aws/${kind} | The preferences name this as the ${kind} file, but there is none. | ` +
          "Correct the path in the preferences, or clear it.",
      ],
    });
  });

  it.each([
    ["is not there either", "absent", "default"],
    ["is not there either", "absent", "preference"],
    ["has no profile", text("# later"), "default"],
  ] as const)("makes no config where it is the config file and the other %s", async (_, credentials, chosenBy) => {
    await expect(read(await files({ config: "absent", credentials }, chosenBy))).rejects.toMatchObject({
      problem: { kind: "no-config", file: "~/.aws/config" },
    });
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["config", { config: "directory", credentials: text(CREDENTIALS) }, ["keys"]],
    ["credentials", { config: text(CONFIG), credentials: "directory" }, ["demo"]],
  ] as const)("leaves the profiles of the other: the %s file", async (kind, entries, profiles) => {
    expect(await read(await files(entries))).toEqual({
      profiles,
      findings: [
        `error | ~/.aws/${kind} | The ${kind} file cannot be read (it is a folder), so it was left out. | ${CANNOT_READ_HINT}`,
      ],
    });
  });

  it("leaves what is wrong with the other, even where that has no profile", async () => {
    const { profiles, findings } = await read(await files({ config: "directory", credentials: text("[broken\n") }));
    expect(profiles).toEqual([]);
    expect(findings).toEqual([
      expect.stringContaining("error | ~/.aws/config | "),
      expect.stringContaining("error | ~/.aws/credentials:1 | "),
    ]);
  });

  it.each([
    ["config", "the other is not there", { config: "directory", credentials: "absent" }],
    ["credentials", "the other is not there", { config: "absent", credentials: "directory" }],
    ["config", "the other is empty", { config: "directory", credentials: text("") }],
    ["credentials", "the other has no profile", { config: text("[sso-session corp]\n"), credentials: "directory" }],
    ["config", "the other cannot be read either", { config: "directory", credentials: "directory" }],
  ] as const)("is the problem where nothing else is left: the %s file, when %s", async (kind, _, entries) => {
    await expect(read(await files(entries))).rejects.toMatchObject({
      problem: { kind: "config-unreadable", file: `~/.aws/${kind}`, reason: "it is a folder" },
    });
  });

  const hardCase = sharedJson(
    "cases/hard-cases.json",
    v.object({ cases: v.array(v.object({ id: v.string(), config_mode: v.optional(v.string()) })) }),
  )?.cases.find(({ id }) => id === "files-unreadable");

  it.skipIf(!hardCase)("is the hard case files-unreadable", async () => {
    const locations = await files({ config: text(CONFIG), credentials: "absent" });
    await chmod(locations.config.path, Number.parseInt(hardCase?.config_mode ?? "", 8));
    await expect(withoutPrivileges(() => read(locations))).rejects.toThrow(
      "~/.aws/config cannot be read (permission denied). Make it an ordinary file that you may read, " +
        "or name another in the preferences, then reload.",
    );
  });
});
