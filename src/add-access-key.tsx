import { type LaunchProps, PopToRootType, showHUD } from "@raycast/api";
import { AccessKeyForm } from "./components/AccessKeyForm";

export default function AddAccessKey(props: LaunchProps<{ launchContext?: { profile?: string } }>) {
  return (
    <AccessKeyForm
      profile={props.launchContext?.profile}
      onStored={(profile) =>
        void showHUD(`Stored the access key of ${profile}`, { popToRootType: PopToRootType.Immediate })
      }
    />
  );
}
