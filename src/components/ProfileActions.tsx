import { ActionPanel } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { opensByPortal } from "../aws/console/portal-url";
import { AccessKeySection } from "./AccessKeySection";
import { ConsoleSection } from "./ConsoleSection";
import { CredentialsSection } from "./CredentialsSection";
import { RowSection, type RowSectionProps } from "./RowSection";
import { SessionSection } from "./SessionSection";

export interface ProfileActionsProps {
  readonly plan: ChainPlan;
  readonly mfaPrompt: MfaPrompt;
}

/** What can be done with a profile, the job first. */
export function ProfileActions({ plan, mfaPrompt, ...row }: ProfileActionsProps & RowSectionProps) {
  const { profile, hops, source } = plan;
  return (
    <ActionPanel title={profile}>
      <ConsoleSection plan={plan} mfaPrompt={mfaPrompt} />
      {!opensByPortal(plan) && <CredentialsSection plan={plan} mfaPrompt={mfaPrompt} />}
      {hops.length > 0 && <SessionSection plan={plan} mfaPrompt={mfaPrompt} />}
      {source.kind === "stored-key" && <AccessKeySection profile={source.profile} />}
      <RowSection {...row} plan={plan} />
    </ActionPanel>
  );
}
