import { type LaunchProps } from "@raycast/api";
import { ProfileList } from "./components/ProfileList";
import { readProfileLink } from "./launcher/profile-link";

export default function OpenAwsConsole(props: Pick<LaunchProps, "launchContext">) {
  return <ProfileList job="open" link={readProfileLink(props.launchContext)} />;
}
