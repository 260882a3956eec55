import { type NetworkSettings } from "../aws/chain/plan/network-settings";
import { awsEnvironment } from "./aws-environment";
import { type Connection } from "./create-connection";
import { readCaBundle } from "./read-ca-bundle";

/** Kept with what they have open, as long as the command runs. */
const connections = new Map<string, Promise<Connection>>();

/**
 * The way to AWS that network settings ask for, through the proxy that the user has. What it needs of the SDK is loaded
 * with the first one.
 *
 * @throws ProblemError `broken-proxy` or `ca-bundle-unreadable`
 */
export function awsConnection({ caBundle }: NetworkSettings): Promise<Connection> {
  const { httpsProxy } = awsEnvironment();
  const key = JSON.stringify([caBundle, httpsProxy]);
  const connection = connections.get(key) ?? connect(caBundle, httpsProxy);
  connections.set(key, connection);
  // What the user corrects is to count the next time.
  connection.catch(() => connections.delete(key));
  return connection;
}

async function connect(caBundle: string | undefined, httpsProxy: string | undefined): Promise<Connection> {
  const ca = caBundle === undefined ? undefined : await readCaBundle(caBundle);
  const { createConnection } = await import("./create-connection");
  return createConnection({ httpsProxy, variables: process.env, ca });
}
