import { usePromise } from "@raycast/utils";
import { useEffect } from "react";
import { readClipboardCode } from "../launcher/read-clipboard-code";
import { useNow } from "./use-now";

/** Who comes back from the authenticator sees the offer before the keyboard is reached. */
const LOOKS_EVERY_MS = 2_000;

/** Whether the clipboard holds a code, as long as the view is there. The code itself is read where its user asks for it. */
export function useClipboardOffer(): boolean {
  const tick = useNow(LOOKS_EVERY_MS);
  // What it held stays until it was looked at again.
  const { data = false, revalidate } = usePromise(holdsCode);
  useEffect(() => void revalidate(), [tick, revalidate]);
  return data;
}

async function holdsCode(): Promise<boolean> {
  return (await readClipboardCode()).kind === "code";
}
