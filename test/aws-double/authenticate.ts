import { type Caller } from "./caller";
import { type Clock } from "./clock";
import { partitionOfRegion } from "./partition";
import { type SessionTokens } from "./session-tokens";
import { readAuthorization, type SignedRequest, verifySignature, verifyTimestamp } from "./signature";
import { StsError } from "./sts-error";
import { findAccessKey, type World } from "./world";

/** What is needed to recognise credentials. */
export interface CredentialStore {
  readonly world: World;
  readonly clock: Clock;
  readonly sessions: SessionTokens;
}

/** Who signed a request, and for which region. */
export interface Signer {
  readonly caller: Caller;
  readonly region: string;
}

interface KnownKey {
  readonly caller: Caller;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
  readonly expiration: Date | undefined;
}

/**
 * Finds out who signed a request, by rules 1, 2 and 10.
 *
 * @throws StsError when the signature, its time, the key, the token or the token's time is wrong.
 */
export function authenticate(request: SignedRequest, { world, clock, sessions }: CredentialStore): Signer {
  const authorization = readAuthorization(request);
  const key = findKey(authorization.accessKeyId, world, sessions);
  const tokenMatches = key?.sessionToken === request.headers.get("x-amz-security-token");
  // Partitions share no credentials: a key is as unknown in a foreign region as one that never was.
  if (!key || !tokenMatches || partitionOfRegion(authorization.region) !== key.caller.partition) {
    throw new StsError("InvalidClientTokenId", "The security token included in the request is invalid.");
  }
  verifyTimestamp(authorization, clock.now());
  verifySignature(request, authorization, key.secretAccessKey);
  if (key.expiration && key.expiration <= clock.now()) {
    throw new StsError("ExpiredToken", "The security token included in the request is expired");
  }
  return { caller: key.caller, region: authorization.region };
}

function findKey(accessKeyId: string, world: World, sessions: SessionTokens): KnownKey | undefined {
  const longTerm = findAccessKey(world, accessKeyId);
  if (longTerm) {
    const { user, secretAccessKey } = longTerm;
    return { caller: user, secretAccessKey, sessionToken: undefined, expiration: undefined };
  }
  return sessions.find(accessKeyId);
}
