import { ActionPanel } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { opensByPortal } from "../aws/console/portal-url";
import { type ProfileJob } from "../launcher/profile-job";
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

export interface ProfileActionsProps extends ProfileSectionProps {
  readonly job: ProfileJob;
}

/** What can be done with a profile, the job first. What a portal opens has no credentials here, so it is opened. */
export function ProfileActions({ plan, mfaPrompt, job, ...row }: ProfileActionsProps & RowSectionProps) {
  const { profile, hops, source } = plan;
  const credentials = !opensByPortal(plan) && <CredentialsSection plan={plan} mfaPrompt={mfaPrompt} />;
  return (
    <ActionPanel title={profile}>
      {job === "copy" && credentials}
      <ConsoleSection plan={plan} mfaPrompt={mfaPrompt} />
      {job === "open" && credentials}
      <ProfileSection plan={plan} />
      {hops.length > 0 && <SessionSection plan={plan} mfaPrompt={mfaPrompt} />}
      {source.kind === "stored-key" && <AccessKeySection profile={source.profile} />}
      <RowSection {...row} plan={plan} />
    </ActionPanel>
  );
}
