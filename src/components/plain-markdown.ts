/**
 * A text without what Markdown would take as its own: emphasis, code, HTML, links and pictures, which a host would fetch.
 * No more than that, for some hosts show the backslash.
 */
export function plainMarkdown(text: string): string {
  return text.replaceAll(/[\\`*<]|\](?=[([])/g, String.raw`\$&`);
}
