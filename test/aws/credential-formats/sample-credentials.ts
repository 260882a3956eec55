import { type Credentials } from "../../../src/aws/credentials";
import { Secret } from "../../../src/aws/secret";
import { credentialsOf } from "../credentials-of";

/** Credentials as AWS makes them. */
export const USUAL_CREDENTIALS: Credentials = {
  accessKeyId: "ASIADEMO",
  secretAccessKey: new Secret("wJalr/+x"),
  sessionToken: new Secret("IQoJb3=="),
  expiration: new Date("2026-11-23T12:34:56Z"),
};

/** Credentials that AWS would not make: with one text in every secret. */
export function awkwardCredentials(text: string): Credentials {
  return { ...credentialsOf("ASIADEMO"), secretAccessKey: new Secret(text), sessionToken: new Secret(`token${text}`) };
}
