import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A private key and its certificate, in PEM. */
export interface ServerCertificate {
  readonly key: Buffer;
  readonly cert: Buffer;
}

/** A certificate authority for one test run, in a temporary folder. */
export interface TestCa {
  /** PEM file for AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS. */
  readonly certificateFile: string;
  /** Key and certificate of a server with these names and addresses; made on first use. */
  certificateFor(...hosts: readonly [string, ...string[]]): Promise<ServerCertificate>;
  /** Deletes the folder. */
  remove(): Promise<void>;
}

const run = promisify(execFile);
const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

/**
 * Creates the authority with the `openssl` program.
 *
 * @throws Error when `openssl` is missing or fails.
 */
export async function createTestCa(): Promise<TestCa> {
  const folder = await mkdtemp(join(tmpdir(), "aws-double-ca-"));
  const openssl = (...args: string[]) => run("openssl", args, { cwd: folder });
  await openssl(
    "req",
    "-x509",
    ...NEW_KEY,
    "-days",
    "2",
    "-subj",
    "/CN=aws-double",
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
  );

  const issue = async (hosts: readonly string[], file: string): Promise<ServerCertificate> => {
    const names = hosts.map((host) => `${isIP(host) ? "IP" : "DNS"}:${host}`).join(",");
    await openssl("req", ...NEW_KEY, "-subj", "/CN=aws-double", "-keyout", `${file}.key`, "-out", `${file}.csr`);
    await writeFile(join(folder, `${file}.ext`), `subjectAltName=${names}\nextendedKeyUsage=serverAuth\n`);
    const authority = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", `${file}.ext`];
    await openssl("x509", "-req", "-in", `${file}.csr`, ...authority, "-out", `${file}.pem`);
    return { key: await readFile(join(folder, `${file}.key`)), cert: await readFile(join(folder, `${file}.pem`)) };
  };

  const certificates = new Map<string, Promise<ServerCertificate>>();
  return {
    certificateFile: join(folder, "ca.pem"),
    certificateFor: (...hosts) => {
      const file = hosts.join("+");
      const certificate = certificates.get(file) ?? issue(hosts, file);
      certificates.set(file, certificate);
      return certificate;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
