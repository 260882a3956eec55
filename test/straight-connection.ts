import { type Connection } from "../src/aws/network/connection";
import { createConnection, DEADLINES, type Deadlines } from "../src/launcher/create-connection";
import { projectAwsSdk } from "./project-aws-sdk";

/** The way to a stand-in on this machine, without proxy. */
export function straightConnection(deadlines: Partial<Deadlines> = {}, sdk = projectAwsSdk()): Connection {
  const options = { sdk, httpsProxy: undefined, variables: {}, ca: undefined };
  return createConnection({ ...options, deadlines: { ...DEADLINES, ...deadlines } });
}
