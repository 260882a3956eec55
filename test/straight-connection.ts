import { type Connection, createConnection, DEADLINES, type Deadlines } from "../src/launcher/create-connection";

/** The way to a stand-in on this machine, without proxy. */
export function straightConnection(deadlines: Partial<Deadlines> = {}): Connection {
  const options = { httpsProxy: undefined, variables: {}, ca: undefined };
  return createConnection({ ...options, deadlines: { ...DEADLINES, ...deadlines } });
}
