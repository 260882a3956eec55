import { Clipboard } from "@raycast/api";
import { readMfaCode } from "../aws/chain/resolve/mfa-code";

/** What the clipboard holds, as far as a form for codes cares. */
export type ClipboardReading =
  { readonly kind: "code"; readonly code: string } | { readonly kind: "no-code" } | { readonly kind: "unreadable" };

/** Reads the clipboard for six digits, with or without blanks. Nothing else that it holds is kept. */
export async function readClipboardCode(): Promise<ClipboardReading> {
  try {
    const code = readMfaCode((await Clipboard.readText()) ?? "");
    return code === undefined ? { kind: "no-code" } : { kind: "code", code };
  } catch {
    return { kind: "unreadable" };
  }
}
