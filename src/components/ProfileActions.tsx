import { Action, ActionPanel, Icon, useNavigation } from "@raycast/api";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { type ChainPlan, mfaDevice } from "../aws/chain/plan/chain-plan";
import { canSignIn } from "../aws/console/sign-in";
import { BASH_FORMAT, copyCredentials, type CredentialFormat, JSON_FORMAT } from "../launcher/copy-credentials";
import { copySignInUrl } from "../launcher/copy-sign-in-url";
import { forgetAllSessions, forgetSession } from "../launcher/forget-session";
import { openConsole } from "../launcher/open-console";
import { refreshSession } from "../launcher/refresh-session";
import { removeAccessKey } from "../launcher/remove-access-key";
import { SHORTCUTS } from "../launcher/shortcuts";
import { AccessKeyForm } from "./AccessKeyForm";
import { EnterMfaCodeForm } from "./EnterMfaCodeForm";

export interface ProfileActionsProps {
  readonly plan: ChainPlan;
  readonly mfaPrompt: MfaPrompt;
}

/** What can be done with a profile, the job first: a role's console, a user's session. */
export function ProfileActions({ plan, mfaPrompt }: ProfileActionsProps) {
  const { pop } = useNavigation();
  const { profile } = plan;
  const copyAs = (format: CredentialFormat) => () => copyCredentials(plan, mfaPrompt, format);
  const opens = canSignIn(plan);
  const hasSessions = plan.hops.length > 0;
  return (
    <ActionPanel title={profile}>
      <ActionPanel.Section title="Console">
        {opens && <Action title="Open Console" icon={Icon.Globe} onAction={() => openConsole(plan, mfaPrompt)} />}
        {!opens && mfaDevice(plan) && (
          <Action.Push
            title="Enter MFA Code"
            icon={Icon.Key}
            target={<EnterMfaCodeForm profile={profile} onStarted={pop} />}
          />
        )}
        {opens && (
          <Action
            title="Copy Sign-In URL"
            icon={Icon.Link}
            shortcut={SHORTCUTS.copySignInUrl}
            onAction={() => copySignInUrl(plan, mfaPrompt)}
          />
        )}
      </ActionPanel.Section>
      <ActionPanel.Section title="Temporary Credentials">
        <Action
          title={`Copy as ${BASH_FORMAT.title}`}
          icon={Icon.Clipboard}
          shortcut={SHORTCUTS.copyCredentials}
          onAction={copyAs(BASH_FORMAT)}
        />
        <Action
          title={`Copy as ${JSON_FORMAT.title}`}
          icon={Icon.Clipboard}
          shortcut={SHORTCUTS.copyCredentialsAsJson}
          onAction={copyAs(JSON_FORMAT)}
        />
      </ActionPanel.Section>
      {hasSessions && (
        <ActionPanel.Section title="Session">
          {opens && (
            <Action
              title="Refresh Now"
              icon={Icon.ArrowClockwise}
              shortcut={SHORTCUTS.refreshSession}
              onAction={() => refreshSession(plan, mfaPrompt)}
            />
          )}
          <Action
            title="Forget Session"
            icon={Icon.Trash}
            style={Action.Style.Destructive}
            shortcut={SHORTCUTS.forgetSession}
            onAction={() => forgetSession(plan)}
          />
          <Action
            title="Forget All Sessions"
            icon={Icon.Trash}
            style={Action.Style.Destructive}
            shortcut={SHORTCUTS.forgetAllSessions}
            onAction={forgetAllSessions}
          />
        </ActionPanel.Section>
      )}
      {plan.source.kind === "stored-key" && (
        <ActionPanel.Section title="Access Key">
          <Action.Push
            title="Add Access Key"
            icon={Icon.Plus}
            shortcut={SHORTCUTS.addAccessKey}
            target={<AccessKeyForm profile={plan.source.profile} onStored={pop} />}
          />
          <Action
            title="Remove Access Key"
            icon={Icon.Minus}
            style={Action.Style.Destructive}
            onAction={() => removeAccessKey(plan.source.profile)}
          />
        </ActionPanel.Section>
      )}
    </ActionPanel>
  );
}
