import { randomBytes, randomInt } from "node:crypto";
import { type SessionCaller } from "./caller";

/** Temporary credentials, together with whom they make the caller. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
  readonly caller: SessionCaller;
}

const KEY_ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Issues temporary credentials and knows them again. The token is opaque: nothing can be read from or forged into it. */
export class SessionTokens {
  readonly #sessions = new Map<string, Session>();

  issue(caller: SessionCaller, expiration: Date): Session {
    const letters = Array.from({ length: 16 }, () => KEY_ID_LETTERS.charAt(randomInt(KEY_ID_LETTERS.length)));
    const session = {
      accessKeyId: `ASIA${letters.join("")}`,
      secretAccessKey: randomBytes(30).toString("base64"),
      sessionToken: `IQoJ${randomBytes(402).toString("base64")}`,
      expiration: wholeSeconds(expiration),
      caller,
    };
    this.#sessions.set(session.accessKeyId, session);
    return session;
  }

  /** Ends every session before its time, at this moment. */
  endAll(now: Date): void {
    for (const [accessKeyId, session] of this.#sessions)
      this.#sessions.set(accessKeyId, { ...session, expiration: now });
  }

  find(accessKeyId: string): Session | undefined {
    return this.#sessions.get(accessKeyId);
  }
}

/** STS tells the time in whole seconds, and must not believe in more of it than it told. */
function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}
