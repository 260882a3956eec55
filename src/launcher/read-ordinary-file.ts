import { lstat, readFile, stat } from "node:fs/promises";
import { fileErrorReason, isAbsence } from "./file-error-reason";

/** What reading a file came to. A reason is a few words that fit in parentheses. */
export type FileReading =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly reason: string };

const MEBIBYTE = 1024 * 1024;
const LIMIT = 16 * MEBIBYTE;

/**
 * Reads a whole file of up to 16 MiB. Nothing but an ordinary file is opened, since a pipe would wait for ever for
 * somebody to write; a character device counts as empty, because `/dev/null` is the usual way to say "no file". Nothing
 * throws.
 */
export async function readOrdinaryFile(file: string): Promise<FileReading> {
  try {
    const facts = await stat(file);
    if (facts.isCharacterDevice()) return { kind: "bytes", bytes: new Uint8Array() };
    if (facts.isDirectory()) return unreadable("it is a folder");
    if (facts.isFIFO()) return unreadable("it is a named pipe");
    if (!facts.isFile()) return unreadable("it is no ordinary file");
    if (facts.size > LIMIT) return unreadable(`it is ${mebibytes(facts.size)}, over the limit of ${mebibytes(LIMIT)}`);
    return { kind: "bytes", bytes: await readFile(file) };
  } catch (error) {
    if (!isAbsence(error)) return unreadable(fileErrorReason(error));
    return (await isLink(file)) ? unreadable("its link leads nowhere") : { kind: "absent" };
  }
}

function unreadable(reason: string): FileReading {
  return { kind: "unreadable", reason };
}

/** Rounded up, so that what is over the limit looks so. */
function mebibytes(size: number): string {
  return `${Math.ceil((size / MEBIBYTE) * 10) / 10} MiB`;
}

/** Asked of what is not there: then it is a link to nothing. */
async function isLink(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isSymbolicLink();
  } catch {
    return false;
  }
}
