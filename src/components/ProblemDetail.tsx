import { Detail } from "@raycast/api";

export interface ProblemDetailProps {
  readonly title: string;
  readonly sentence: string;
}

/** A problem in full, where a list row is too short for it. */
export function ProblemDetail({ title, sentence }: ProblemDetailProps) {
  return <Detail navigationTitle={title} markdown={`# ${plain(title)}\n\n${plain(sentence)}`} />;
}

/** Names and values may hold what Markdown would take as its own; no more than that, for some hosts show the backslash. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*<]/g, String.raw`\$&`);
}
