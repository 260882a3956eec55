import { Action, ActionPanel, Icon } from "@raycast/api";
import { type ReactNode } from "react";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { opensByPortal } from "../aws/console/portal-url";
import { useMfaPrompt } from "../hooks/use-mfa-prompt";
import { type ConsoleChoice } from "../launcher/console-choice";
import { copySignInUrl } from "../launcher/copy-sign-in-url";
import { openConsole } from "../launcher/open-console";
import { HOME_PAGE, type ProfileLink } from "../launcher/profile-link";
import { SHORTCUTS } from "../launcher/shortcuts";
import { MfaCodeForm } from "./MfaCodeForm";
import { LinkActions } from "./LinkActions";

export interface DestinationActionsProps {
  readonly plan: ChainPlan;
  /** As the actions call it. */
  readonly title: string;
  readonly choice: ConsoleChoice;
  /** Hears that it is opened. */
  readonly onOpen: () => unknown;
  /** Makes it what the profile opens at by default. */
  readonly onDefault: () => unknown;
  /** What else can be done, after opening. */
  readonly children?: ReactNode;
}

/** What can be done with a place in the console: opened, copied, made the default. */
export function DestinationActions({ plan, title, choice, onOpen, onDefault, children }: DestinationActionsProps) {
  const mfaPrompt = useMfaPrompt(MfaCodeForm);
  return (
    <ActionPanel title={`${plan.profile}: ${title}`}>
      <Action
        title={`Open ${title}`}
        icon={Icon.Globe}
        onAction={async () => {
          await Promise.all([onOpen(), openConsole(plan, mfaPrompt, choice)]);
        }}
      />
      {children}
      <Action
        title={opensByPortal(plan) ? "Copy Portal Link" : "Copy Sign-In URL"}
        icon={Icon.Link}
        shortcut={SHORTCUTS.copySignInUrl}
        onAction={() => copySignInUrl(plan, mfaPrompt, choice)}
      />
      <Action
        title={`Open ${plan.profile} Here by Default`}
        icon={Icon.Pin}
        shortcut={SHORTCUTS.setDefault}
        onAction={async () => void (await onDefault())}
      />
      <LinkActions plan={plan} link={linkOf(choice)} place={title} />
    </ActionPanel>
  );
}

function linkOf({ page, region }: ConsoleChoice): Omit<ProfileLink, "profile"> {
  return {
    ...(page?.kind === "service" && { page: page.service.id }),
    ...(page?.kind === "home" && { page: HOME_PAGE }),
    ...(region !== undefined && { region }),
  };
}
