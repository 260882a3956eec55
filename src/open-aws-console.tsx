import { ProfileList } from "./components/ProfileList";

export default function OpenAwsConsole() {
  return <ProfileList />;
}
