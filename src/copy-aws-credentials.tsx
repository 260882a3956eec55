import { ProfileList } from "./components/ProfileList";

export default function CopyAwsCredentials() {
  return <ProfileList job="copy" />;
}
