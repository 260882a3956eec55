import { X509Certificate } from "node:crypto";
import { ProblemError } from "../aws/problem";
import { absolutePath } from "./aws-environment";
import { readOrdinaryFile } from "./read-ordinary-file";

const CERTIFICATE = /-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/gs;

/**
 * Reads the certificate authorities that replace the usual ones (AWS SDKs and Tools Reference Guide, `ca_bundle` and
 * `AWS_CA_BUNDLE`).
 *
 * @param file path as written, with `~` and variables
 * @returns its certificates in PEM. TLS would pass over one that is broken and all after it, and then trust nobody; so
 *   each is looked at.
 * @throws ProblemError `ca-bundle-unreadable`
 */
export async function readCaBundle(file: string): Promise<string> {
  const unreadable = (reason: string): ProblemError => new ProblemError({ kind: "ca-bundle-unreadable", file, reason });
  const reading = await readOrdinaryFile(absolutePath(file));
  if (reading.kind === "absent") throw unreadable("it does not exist");
  if (reading.kind === "unreadable") throw unreadable(reading.reason);

  const certificates = new TextDecoder().decode(reading.bytes).match(CERTIFICATE) ?? [];
  if (certificates.length === 0) throw unreadable("it holds no certificate in PEM");
  const broken = certificates.findIndex((certificate) => !isCertificate(certificate));
  if (broken !== -1) throw unreadable(`certificate ${broken + 1} of ${certificates.length} in it is broken`);
  return certificates.join("\n");
}

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}
