import { usePromise } from "@raycast/utils";
import { readClipboardCode } from "../launcher/read-clipboard-code";

/** Whether the clipboard held a code when the view came up. The code itself is read where its user asks for it. */
export function useClipboardOffer(): boolean {
  const { data = false } = usePromise(holdsCode);
  return data;
}

async function holdsCode(): Promise<boolean> {
  return (await readClipboardCode()).kind === "code";
}
