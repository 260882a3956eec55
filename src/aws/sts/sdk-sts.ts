import {
  AssumeRoleCommand,
  type Credentials as SdkCredentials,
  GetSessionTokenCommand,
  STSClient,
  type STSClientConfig,
  STSServiceException,
} from "@aws-sdk/client-sts";
import { type AccessKey, type Credentials } from "../credentials";
import { Secret } from "../secret";
import { type MfaCode, type Sts, StsError } from "./sts";

export interface StsOptions {
  readonly region: string;
  /** Replaces the region's own endpoint. */
  readonly endpoint: string | undefined;
  /** How far AWS's time is ahead of this machine's clock, in milliseconds. */
  readonly clockOffset?: number;
  /** How requests are sent; default: straight over HTTPS. */
  readonly requestHandler?: STSClientConfig["requestHandler"];
}

/** A dead network is told within seconds. Without the last line the SDK would only log that the time is over. */
const DEADLINES = { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true };
const ATTEMPTS = 3;

/**
 * STS through the AWS SDK. Import it lazily (see `createSts`): the SDK takes tens of milliseconds to load.
 *
 * A call that carries a code is sent once. The SDK would repeat it with the same code after a lost answer, and STS
 * would then refuse the code as used.
 */
export function createSdkSts({ region, endpoint, clockOffset = 0, requestHandler }: StsOptions): Sts {
  let connection = requestHandler;

  const clientOf = (signer: AccessKey, mfa: MfaCode | undefined): STSClient => {
    const client = new STSClient({
      region,
      // The plan has chosen the endpoint: what the environment or a default profile says to the SDK does not count.
      endpoint,
      ignoreConfiguredEndpointUrls: true,
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
      systemClockOffset: clockOffset,
      maxAttempts: mfa ? 1 : ATTEMPTS,
      requestHandler: connection ?? DEADLINES,
      credentials: {
        accessKeyId: signer.accessKeyId,
        secretAccessKey: signer.secretAccessKey.reveal(),
        sessionToken: signer.sessionToken?.reveal(),
      },
    });
    // Every hop has credentials and thus a client of its own; they share the open connection.
    connection = client.config.requestHandler;
    return client;
  };

  return {
    getSessionToken({ signer, durationSeconds, mfa }) {
      const command = new GetSessionTokenCommand({ DurationSeconds: durationSeconds, ...mfaParameters(mfa) });
      return credentialsFrom(clientOf(signer, mfa).send(command));
    },
    assumeRole({ signer, durationSeconds, mfa, roleArn, sessionName, externalId, ...request }) {
      const command = new AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: sessionName,
        ExternalId: externalId,
        DurationSeconds: durationSeconds,
        Tags: listOrNothing(request.tags.map(({ key, value }) => ({ Key: key, Value: value }))),
        TransitiveTagKeys: listOrNothing(request.transitiveTagKeys),
        SourceIdentity: request.sourceIdentity,
        ...mfaParameters(mfa),
      });
      return credentialsFrom(clientOf(signer, mfa).send(command));
    },
  };
}

function mfaParameters(mfa: MfaCode | undefined): { SerialNumber?: string; TokenCode?: string } {
  return mfa ? { SerialNumber: mfa.serial, TokenCode: mfa.code } : {};
}

/** The SDK would send an empty list as a parameter without a value. */
function listOrNothing<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}

async function credentialsFrom(
  sent: Promise<{ readonly Credentials?: SdkCredentials | undefined }>,
): Promise<Credentials> {
  const answer = await sent.catch((error: unknown) => {
    throw explain(error);
  });
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
    throw new StsError({ kind: "silent", reason: "an answer without credentials" });
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: new Secret(SecretAccessKey),
    sessionToken: new Secret(SessionToken),
    expiration: Expiration,
  };
}

/** The SDK names an answer that it cannot read, such as a gateway's HTML page, `Unknown`. */
function explain(error: unknown): StsError {
  if (error instanceof STSServiceException) {
    return error.name === "Unknown"
      ? new StsError({ kind: "silent", reason: `HTTP ${error.$metadata.httpStatusCode}` })
      : new StsError({ kind: "refused", code: error.name, message: error.message });
  }
  const hasCode = error instanceof Error && "code" in error && typeof error.code === "string";
  return new StsError({ kind: "silent", reason: hasCode ? String(error.code) : "an answer that is not STS's" });
}
