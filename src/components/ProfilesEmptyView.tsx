import { Action, ActionPanel, Icon, List, openExtensionPreferences } from "@raycast/api";
import { describeProblem } from "../aws/describe-problem";
import { isProblem, ProblemError } from "../aws/problem";
import { awsEnvironment } from "../launcher/aws-environment";
import { createExampleConfig } from "../launcher/create-example-config";
import { EditConfigAction } from "./EditConfigAction";

export interface ProfilesEmptyViewProps {
  /** Why there is no config; absent where it has no profile. */
  readonly error: Error | undefined;
  readonly reload: () => void;
}

/** An empty list with its reason and the way out: no config, one that cannot be read, or one without profiles. */
export function ProfilesEmptyView({ error, reload }: ProfilesEmptyViewProps) {
  const { title, sentence } = describeEmptiness(error);
  const isMissing = isProblem(error, "no-config");
  const preferences = (
    <Action title="Open Extension Preferences" icon={Icon.Gear} onAction={openExtensionPreferences} />
  );
  return (
    <List.EmptyView
      icon={error && !isMissing ? Icon.Warning : Icon.Document}
      title={title}
      description={sentence}
      actions={
        <ActionPanel>
          {isMissing && <Action title="Create Example Config" icon={Icon.NewDocument} onAction={createExampleConfig} />}
          {isProblem(error, "config-unreadable") && preferences}
          {!error && <EditConfigAction place={{ file: awsEnvironment().files.config.shown }} />}
          <Action title="Reload" icon={Icon.ArrowClockwise} onAction={reload} />
          {isMissing && preferences}
        </ActionPanel>
      }
    />
  );
}

function describeEmptiness(error: Error | undefined): { title: string; sentence: string } {
  if (error instanceof ProblemError) return describeProblem(error.problem);
  if (error)
    return { title: "Unexpected Error", sentence: `The profiles cannot be listed (${error.name}). Try again.` };
  return {
    title: "No Profiles",
    sentence:
      "Your AWS config has no profile. Take the # from the lines of an example, or add a [profile …] section for each role you use, then reload.",
  };
}
