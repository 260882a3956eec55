import { type LaunchProps } from "@raycast/api";
import { ProfileList } from "./components/ProfileList";
import { readProfileLink } from "./launcher/profile-link";

export default function CopyAwsCredentials(props: Pick<LaunchProps, "launchContext">) {
  return <ProfileList job="copy" link={readProfileLink(props.launchContext)} />;
}
