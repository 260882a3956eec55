import type * as Raycast from "@raycast/api";
import { host } from "./host";

type Content = string | number | Raycast.Clipboard.Content;

function plainText(content: Content): string {
  if (typeof content !== "object") return String(content);
  if ("html" in content) return content.text ?? content.html;
  return "file" in content ? String(content.file) : content.text;
}

async function readText(options?: { offset?: number }): Promise<string | undefined> {
  return host.clipboard.at(-1 - (options?.offset ?? 0))?.content;
}

/** The clipboard: what a command copies stays on record in `host.clipboard`, the latest last. */
export const Clipboard: typeof Raycast.Clipboard = {
  async copy(content, options) {
    const concealed = options?.concealed ?? options?.transient ?? false;
    host.clipboard.push({ content: plainText(content), concealed });
  },
  async paste(content) {
    host.pasted.push({ content: plainText(content), concealed: false });
  },
  async clear() {
    host.clipboard.length = 0;
  },
  async read(options) {
    return { text: (await readText(options)) ?? "" };
  },
  readText,
};
