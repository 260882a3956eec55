import { useEffect, useState } from "react";
import { readClipboardCode } from "../launcher/read-clipboard-code";
import { useNow } from "./use-now";

/** Who comes back from the authenticator sees the offer before the keyboard is reached. */
const LOOKS_EVERY_MS = 2_000;

/** Whether the clipboard holds a code, as long as the view is there. The code itself is read where its user asks for it. */
export function useClipboardOffer(): boolean {
  const tick = useNow(LOOKS_EVERY_MS);
  const [isOffered, setOffered] = useState(false);
  useEffect(() => void readClipboardCode().then(({ kind }) => setOffered(kind === "code")), [tick]);
  return isOffered;
}
