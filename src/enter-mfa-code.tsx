import { type LaunchProps, PopToRootType, showHUD } from "@raycast/api";
import { EnterMfaCodeForm } from "./components/EnterMfaCodeForm";
import { clockTime } from "./launcher/clock-time";
import { now } from "./launcher/now";
import { successText } from "./launcher/success-text";

export default function EnterMfaCode(props: LaunchProps<{ arguments: Arguments.EnterMfaCode }>) {
  // Some hosts pass no arguments at all, others empty ones.
  const { profile, code } = props.arguments ?? {};
  return (
    <EnterMfaCodeForm
      profile={profile || undefined}
      code={code || undefined}
      onStarted={(name, until, notes) =>
        void showHUD(successText(`Session of ${name}${until ? ` until ${clockTime(until, now())}` : ""}`, notes), {
          clearRootSearch: true,
          popToRootType: PopToRootType.Immediate,
        })
      }
    />
  );
}
