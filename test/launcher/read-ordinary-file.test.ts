import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type FileReading, readOrdinaryFile } from "../../src/launcher/read-ordinary-file";
import { withoutPrivileges } from "../without-privileges";

const MEBIBYTE = 1024 * 1024;
const ABSENT: FileReading = { kind: "absent" };
const bytesOf = (text: string): FileReading => ({ kind: "bytes", bytes: Buffer.from(text) });
const unreadable = (reason: string): FileReading => ({ kind: "unreadable", reason });

/** A path in a folder of the test's own, for what the test puts there. */
async function somewhere(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-file-"));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true }));
  return path.join(folder, "config");
}

describe("reading a file", () => {
  it.each<[what: string, make: (file: string) => unknown, FileReading]>([
    ["an ordinary file", (file) => writeFile(file, "[default]\n"), bytesOf("[default]\n")],
    ["an empty file", (file) => writeFile(file, ""), bytesOf("")],
    ["a file that is not UTF-8", (file) => writeFile(file, "é", "latin1"), { kind: "bytes", bytes: Buffer.of(0xe9) }],
    [
      "a link to a file",
      async (file) => {
        await writeFile(`${file}.real`, "x");
        await symlink(`${file}.real`, file);
      },
      bytesOf("x"),
    ],
    ["nothing", () => undefined, ABSENT],
    ["a link to nothing", (file) => symlink(`${file}.gone`, file), unreadable("its link leads nowhere")],
    ["a link to itself", (file) => symlink(file, file), unreadable("its links run in a circle")],
    ["a folder", (file) => mkdir(file), unreadable("it is a folder")],
    ["a named pipe", (file) => execFileSync("mkfifo", [file]), unreadable("it is a named pipe")],
    ["a link to /dev/null", (file) => symlink("/dev/null", file), bytesOf("")],
    ["a link to a device that never ends", (file) => symlink("/dev/zero", file), bytesOf("")],
  ])("takes %s for what it is", async (_, make, expected) => {
    const file = await somewhere();
    await make(file);
    expect(same(await readOrdinaryFile(file))).toEqual(same(expected));
  });

  it("takes a socket for no ordinary file", async () => {
    const file = await somewhere();
    const server = createServer().listen(file);
    await new Promise((resolve) => server.once("listening", resolve));
    onTestFinished(() => void server.close());
    expect(await readOrdinaryFile(file)).toEqual(unreadable("it is no ordinary file"));
  });

  it("misses a file below something that is no folder", async () => {
    const file = await somewhere();
    await writeFile(file, "");
    expect(await readOrdinaryFile(path.join(file, "config"))).toEqual(ABSENT);
  });

  it.each([
    ["the file", 0o000, 0o755],
    ["its folder", 0o644, 0o000],
  ])("is refused where %s may not be read", async (_, fileMode, folderMode) => {
    const file = await somewhere();
    await writeFile(file, "[default]\n");
    await chmod(file, fileMode);
    await chmod(path.dirname(file), folderMode);
    onTestFinished(() => chmod(path.dirname(file), 0o755));
    expect(await withoutPrivileges(() => readOrdinaryFile(file))).toEqual(unreadable("permission denied"));
  });

  it("ends at 16 MiB", async () => {
    const file = await somewhere();
    await writeFile(file, "");
    await truncate(file, 16 * MEBIBYTE);
    expect(await readOrdinaryFile(file)).toMatchObject({ kind: "bytes", bytes: { length: 16 * MEBIBYTE } });
    await truncate(file, 16 * MEBIBYTE + 1);
    expect(await readOrdinaryFile(file)).toEqual(unreadable("it is 16.1 MiB, over the limit of 16 MiB"));
  });

  it("takes a path that cannot be one for unreadable", async () => {
    expect(await readOrdinaryFile("/a\0b")).toEqual(unreadable("ERR_INVALID_ARG_VALUE"));
    expect(await readOrdinaryFile(`/${"a".repeat(5_000)}`)).toEqual(unreadable("its path is too long"));
  });
});

/** Bytes compare by value, whichever class holds them. */
function same(reading: FileReading): unknown {
  return reading.kind === "bytes" ? { ...reading, bytes: [...reading.bytes] } : reading;
}
