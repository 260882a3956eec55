import { type LaunchProps, PopToRootType, showHUD } from "@raycast/api";
import { EnterMfaCodeForm } from "./components/EnterMfaCodeForm";
import { now } from "./launcher/now";
import { startedText } from "./launcher/started-text";

export default function EnterMfaCode(props: LaunchProps<{ arguments: Arguments.EnterMfaCode }>) {
  // Some hosts pass no arguments at all, others empty ones.
  const { profile, code } = props.arguments ?? {};
  return (
    <EnterMfaCodeForm
      profile={profile || undefined}
      code={code || undefined}
      onStarted={(session) =>
        void showHUD(startedText(session, now()), {
          clearRootSearch: true,
          popToRootType: PopToRootType.Immediate,
        })
      }
    />
  );
}
