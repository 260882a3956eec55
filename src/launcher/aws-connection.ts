import { environment } from "@raycast/api";
import { type NetworkSettings } from "../aws/chain/plan/network-settings";
import { type Connection } from "../aws/network/connection";
import { awsEnvironment } from "./aws-environment";
import { createConnection } from "./create-connection";
import { loadAwsSdk } from "./load-aws-sdk";
import { readCaBundle } from "./read-ca-bundle";

/** Kept with what they have open, as long as the command runs; by what shapes them, so that what is corrected counts. */
const connections = new Map<string, Connection>();

/**
 * The way to AWS that network settings ask for, through the proxy that the user has. The SDK is loaded with the first one.
 *
 * @throws ProblemError `broken-proxy` or `ca-bundle-unreadable`
 */
export async function awsConnection({ caBundle }: NetworkSettings): Promise<Connection> {
  const { httpsProxy } = awsEnvironment();
  const ca = caBundle === undefined ? undefined : await readCaBundle(caBundle);
  const sdk = loadAwsSdk(environment.assetsPath);
  const key = JSON.stringify([ca, httpsProxy]);
  const connection = connections.get(key) ?? createConnection({ sdk, httpsProxy, variables: process.env, ca });
  connections.set(key, connection);
  return connection;
}
