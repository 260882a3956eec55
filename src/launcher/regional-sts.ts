import { type NetworkSettings } from "../aws/chain/plan/network-settings";
import { type Connection } from "../aws/network/connection";
import { createSts } from "../aws/sts/create-sts";
import { type Sts } from "../aws/sts/sts";
import { awsConnection } from "./aws-connection";
import { now } from "./now";

/** By connection and place: what one call learns of the clock serves the next. */
const clients = new WeakMap<Connection, Map<string, Sts>>();

/** STS in a region, over the way that network settings ask for. Throws what {@link awsConnection} throws. */
export async function regionalSts(region: string, network: NetworkSettings): Promise<Sts> {
  const connection = await awsConnection(network);
  const ofConnection = clients.get(connection) ?? new Map<string, Sts>();
  clients.set(connection, ofConnection);

  const { stsEndpoint: endpoint, useFips, useDualStack } = network;
  const place = JSON.stringify([region, endpoint, useFips, useDualStack]);
  const client = ofConnection.get(place) ?? createSts({ region, endpoint, useFips, useDualStack, connection, now });
  ofConnection.set(place, client);
  return client;
}
