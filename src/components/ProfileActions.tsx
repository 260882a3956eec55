import { ActionPanel } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { opensByPortal } from "../aws/console/portal-url";
import { AccessKeySection } from "./AccessKeySection";
import { ConsoleSection } from "./ConsoleSection";
import { CredentialsSection } from "./CredentialsSection";
import { ProfileSection } from "./ProfileSection";
import { RowSection, type RowSectionProps } from "./RowSection";
import { SessionSection } from "./SessionSection";

/** What a section of a profile's actions acts on. */
export interface ProfileSectionProps {
  readonly plan: ChainPlan;
  readonly mfaPrompt: MfaPrompt;
}

export type ProfileActionsProps = ProfileSectionProps;

/** What can be done with a profile, the job first. */
export function ProfileActions({ plan, mfaPrompt, ...row }: ProfileActionsProps & RowSectionProps) {
  const { profile, hops, source } = plan;
  return (
    <ActionPanel title={profile}>
      <ConsoleSection plan={plan} mfaPrompt={mfaPrompt} />
      {!opensByPortal(plan) && <CredentialsSection plan={plan} mfaPrompt={mfaPrompt} />}
      <ProfileSection plan={plan} />
      {hops.length > 0 && <SessionSection plan={plan} mfaPrompt={mfaPrompt} />}
      {source.kind === "stored-key" && <AccessKeySection profile={source.profile} />}
      <RowSection {...row} plan={plan} />
    </ActionPanel>
  );
}
