import { HttpRequest } from "@smithy/core/protocols";
import { type Connection } from "../../../../src/aws/network/connection";
import { straightConnection } from "../../../straight-connection";

/** Where calls to AWS's own hosts end. */
export interface Place {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
}

/** The extension's own connection, whose calls to AWS end at a stand-in, or at a place where the network fails. */
export interface FaultyConnection {
  readonly connection: Connection;
  /** Where calls end; undefined: at the stand-in. */
  detour: Place | undefined;
  /** The bodies of the calls that reached the stand-in so far, by which a code that is sent twice is seen. */
  readonly bodies: readonly string[];
}

/** A hasty one: it waits for no answer longer than two seconds. */
export function faultyConnection(standIn: URL): FaultyConnection {
  const { protocol, hostname, port } = standIn;
  const straight = straightConnection({ connect: 2_000, request: 2_000 });
  const bodies: string[] = [];
  const faulty: FaultyConnection = {
    detour: undefined,
    bodies,
    connection: {
      ...straight,
      handle(request, options) {
        if (typeof request.body === "string" && !faulty.detour) bodies.push(request.body);
        const place = faulty.detour ?? { protocol, hostname, port: Number(port) };
        return straight.handle(Object.assign(HttpRequest.clone(request), place), options);
      },
    },
  };
  return faulty;
}
