import { Icon, List } from "@raycast/api";
import { type ReactNode } from "react";
import { describeProblem } from "../aws/describe-problem";
import { ProblemError } from "../aws/problem";

/** An empty list with its reason: no config, one that cannot be read, or one without profiles. */
export function ProfilesEmptyView({ error, actions }: { error: Error | undefined; actions: ReactNode }) {
  const { title, sentence } = describeEmptiness(error);
  return <List.EmptyView icon={Icon.Warning} title={title} description={sentence} actions={actions} />;
}

function describeEmptiness(error: Error | undefined): { title: string; sentence: string } {
  if (error instanceof ProblemError) return describeProblem(error.problem);
  if (error)
    return { title: "Unexpected Error", sentence: `The profiles cannot be listed (${error.name}). Try again.` };
  return {
    title: "No Profiles",
    sentence: "Your AWS config has no profile. Add a [profile …] section for each role you use, then reload.",
  };
}
