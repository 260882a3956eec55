import { HttpRequest } from "@smithy/core/protocols";
import { type Connection } from "../../../../src/launcher/create-connection";
import { straightConnection } from "../../../straight-connection";

/** Another place than the stand-in, where the real network fails. */
export interface WrongPlace {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
}

/** The extension's own connection, whose calls can be led to a place where the network fails. */
export interface FaultyConnection {
  readonly connection: Connection;
  /** Where calls go instead; undefined: where they are sent. */
  detour: WrongPlace | undefined;
  /** The bodies of the calls that reached the stand-in so far, by which a code that is sent twice is seen. */
  readonly bodies: readonly string[];
}

/** A hasty one: it waits for no answer longer than two seconds. */
export function faultyConnection(): FaultyConnection {
  const straight = straightConnection({ connect: 2_000, request: 2_000 });
  const bodies: string[] = [];
  const faulty: FaultyConnection = {
    detour: undefined,
    bodies,
    connection: {
      ...straight,
      handle(request, options) {
        if (typeof request.body === "string" && !faulty.detour) bodies.push(request.body);
        return straight.handle(Object.assign(HttpRequest.clone(request), faulty.detour), options);
      },
    },
  };
  return faulty;
}
