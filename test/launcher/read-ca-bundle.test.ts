import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { readCaBundle } from "../../src/launcher/read-ca-bundle";
import { createTestCa, type TestCa } from "../aws-double/test-ca";
import { missingTools } from "../required-tools";

describe.skipIf(missingTools("CA bundles", "openssl").length > 0)("a CA bundle", () => {
  let ca: TestCa;
  let certificate: string;

  beforeAll(async () => {
    ca = await createTestCa();
    certificate = (await readFile(ca.certificateFile, "utf8")).trim();
  });
  afterAll(() => ca.remove());

  async function somewhere(): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), "role-chains-ca-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    return path.join(folder, "company.pem");
  }

  it("gives its certificates, without what stands around them", async () => {
    const file = await somewhere();
    await writeFile(file, `\uFEFF# Company\n${certificate}\n\nsubject=/CN=é\n${certificate}\n`);
    expect(await readCaBundle(file)).toBe(`${certificate}\n${certificate}`);
  });

  it("is found below the home folder and by variables", async () => {
    const file = await somewhere();
    await writeFile(file, certificate);
    vi.stubEnv("HOME", path.dirname(file));
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await readCaBundle("~/company.pem")).toBe(certificate);
    expect(await readCaBundle("${HOME}/company.pem")).toBe(certificate);
  });

  it.each<[what: string, make: (file: string) => unknown, reason: string]>([
    ["nothing is there", () => undefined, "it does not exist"],
    ["it is a folder", (file) => mkdir(file), "it is a folder"],
    ["it is empty", (file) => writeFile(file, ""), "it holds no certificate in PEM"],
    ["it is in DER", (file) => writeFile(file, Buffer.of(0x30, 0x82, 0x01)), "it holds no certificate in PEM"],
    [
      "it holds a key only",
      (file) => writeFile(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"),
      "it holds no certificate in PEM",
    ],
    [
      "one of its certificates is cut",
      (file) => writeFile(file, `${certificate}\n${certificate.replace(/\n.{20}/, "\n")}\n`),
      "certificate 2 of 2 in it is broken",
    ],
  ])("is refused, by its name as written, where %s", async (_what, make, reason) => {
    const file = await somewhere();
    await make(file);
    await expect(readCaBundle(file)).rejects.toMatchObject({ problem: { kind: "ca-bundle-unreadable", file, reason } });
  });
});
