import { SessionsMenu } from "./components/SessionsMenu";

export default function AwsSessions() {
  return <SessionsMenu />;
}
