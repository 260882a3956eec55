import { plainMarkdown } from "./plain-markdown";

/** A problem in full, where a list row is too short for it. */
export function problemMarkdown(title: string, sentence: string): string {
  return `## ${plainMarkdown(title)}\n\n${plainMarkdown(sentence)}`;
}
