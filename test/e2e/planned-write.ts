import { createHash } from "node:crypto";
import { type Session } from "../../src/aws/chain/resolve/session-store";
import { Secret } from "../../src/aws/secret";
import { randomNumbers } from "../random-numbers";

const MOST_KEYS = 60;
const LONGEST_TOKEN = 40_000;

/** What the so manieth write writes: more keys with time, each again and again, from one page of a database to many. */
export function plannedWrite(seed: number, number: number): { readonly key: string; readonly session: Session } {
  const random = randomNumbers(seed + number);
  const key = sha256(`key ${random(Math.min(1 + Math.floor(number / 10), MOST_KEYS))}`);
  const text = sha256(`made-up secret ${number}`);
  return {
    key,
    session: {
      sourceProfile: `profile-${number}`,
      credentials: {
        accessKeyId: `ASIA${number}`,
        secretAccessKey: new Secret(text),
        sessionToken: new Secret(text.repeat(1 + random(LONGEST_TOKEN / text.length))),
        expiration: new Date(Date.UTC(2100, 0, 1) + number),
      },
    },
  };
}

/** All values of a session in short, so that one that differs in a single letter differs here. */
export function fingerprint({ sourceProfile, credentials }: Session): string {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials;
  return sha256(
    JSON.stringify([sourceProfile, accessKeyId, secretAccessKey.reveal(), sessionToken.reveal(), expiration]),
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
