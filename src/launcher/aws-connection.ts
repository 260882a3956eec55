import { type NetworkSettings } from "../aws/chain/plan/network-settings";
import { awsEnvironment } from "./aws-environment";
import { type Connection } from "./create-connection";
import { readCaBundle } from "./read-ca-bundle";

/** Kept with what they have open, as long as the command runs; by what shapes them, so that what is corrected counts. */
const connections = new Map<string, Connection>();

/**
 * The way to AWS that network settings ask for, through the proxy that the user has. What it needs of the SDK is loaded
 * with the first one.
 *
 * @throws ProblemError `broken-proxy` or `ca-bundle-unreadable`
 */
export async function awsConnection({ caBundle }: NetworkSettings): Promise<Connection> {
  const { httpsProxy } = awsEnvironment();
  const ca = caBundle === undefined ? undefined : await readCaBundle(caBundle);
  const { createConnection } = await import("./create-connection");
  const key = JSON.stringify([ca, httpsProxy]);
  const connection = connections.get(key) ?? createConnection({ httpsProxy, variables: process.env, ca });
  connections.set(key, connection);
  return connection;
}
