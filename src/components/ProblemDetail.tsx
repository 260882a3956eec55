import { Detail } from "@raycast/api";
import { plainMarkdown } from "./plain-markdown";

export interface ProblemDetailProps {
  readonly title: string;
  readonly sentence: string;
}

/** A problem in full, where a list row is too short for it. */
export function ProblemDetail({ title, sentence }: ProblemDetailProps) {
  return <Detail navigationTitle={title} markdown={`# ${plainMarkdown(title)}\n\n${plainMarkdown(sentence)}`} />;
}
