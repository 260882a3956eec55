import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSecureContext, type SecureContext } from "node:tls";
import { promisify } from "node:util";

/** A certificate authority for one test run, in a temporary folder. */
export interface TestCa {
  /** PEM file for AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS. */
  readonly certificateFile: string;
  /** Key and certificate of a server with this host name; made on first use. */
  contextFor(host: string): Promise<SecureContext>;
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

  const issue = async (host: string): Promise<SecureContext> => {
    await openssl("req", ...NEW_KEY, "-subj", "/CN=aws-double", "-keyout", `${host}.key`, "-out", `${host}.csr`);
    await writeFile(join(folder, `${host}.ext`), `subjectAltName=DNS:${host}\nextendedKeyUsage=serverAuth\n`);
    const authority = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", `${host}.ext`];
    await openssl("x509", "-req", "-in", `${host}.csr`, ...authority, "-out", `${host}.pem`);
    return createSecureContext({
      key: await readFile(join(folder, `${host}.key`)),
      cert: await readFile(join(folder, `${host}.pem`)),
    });
  };

  const contexts = new Map<string, Promise<SecureContext>>();
  return {
    certificateFile: join(folder, "ca.pem"),
    contextFor: (host) => {
      const context = contexts.get(host) ?? issue(host);
      contexts.set(host, context);
      return context;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
