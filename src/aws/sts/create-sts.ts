import { type Credentials as SdkCredentials, type STSClient, type STSServiceException } from "@aws-sdk/client-sts";
import { type AccessKey, type Credentials } from "../credentials";
import { type Connection } from "../network/connection";
import { type NetworkFailure, networkFailureOf, networkFailureOfStatus } from "../network/network-failure";
import { openConnection } from "../network/open-connection";
import { Secret } from "../secret";
import { type MfaCode, type Sts, StsError } from "./sts";

export interface StsOptions {
  readonly region: string;
  /** Replaces the region's own endpoint. */
  readonly endpoint: string | undefined;
  /** Whether the region's FIPS endpoint is called. Default: it is not. Goes with no endpoint of one's own. */
  readonly useFips?: boolean;
  /** Whether the region's endpoint for IPv4 and IPv6 is called. The same goes for it. */
  readonly useDualStack?: boolean;
  readonly now: () => Date;
  /** How far `now` is ahead of this machine's clock, in milliseconds: for tests that set the time. */
  readonly clockOffset?: number;
  readonly connection: Connection;
}

const ATTEMPTS = 3;
/** What a clock may be off by before it matters: AWS's `Date` has whole seconds, and answers take their time. */
const TOLERATED_SKEW_MS = 60_000;

/**
 * STS through the AWS SDK, for one region or endpoint. Make it for a call only: the SDK takes its milliseconds to load.
 *
 * The SDK repeats what was throttled, broke off or met a server's error, with jitter, and signs by the time of the last
 * answer. A call that carries a code is sent once: repeated with the same code after a lost answer, STS would refuse the
 * code as used.
 */
export function createSts(options: StsOptions): Sts {
  const { region, endpoint, useFips = false, useDualStack = false, connection, now, clockOffset = 0 } = options;
  const sdk = connection.sdk["@aws-sdk/client-sts"];
  // Every hop has credentials and thus a client of its own; they share what is known of the clock.
  let systemClockOffset = clockOffset;

  const createClient = (signer?: AccessKey, mfa?: MfaCode): STSClient =>
    new sdk.STSClient({
      region,
      // The plan has chosen the endpoint: what the environment or a default profile says to the SDK does not count.
      endpoint,
      ignoreConfiguredEndpointUrls: true,
      useFipsEndpoint: useFips,
      useDualstackEndpoint: useDualStack,
      systemClockOffset,
      maxAttempts: mfa ? 1 : ATTEMPTS,
      requestHandler: connection,
      credentials: signer && {
        accessKeyId: signer.accessKeyId,
        secretAccessKey: signer.secretAccessKey.reveal(),
        sessionToken: signer.sessionToken?.reveal(),
      },
    });
  const clockBehindMs = (): number => {
    const behind = systemClockOffset - clockOffset;
    return Math.abs(behind) < TOLERATED_SKEW_MS ? 0 : behind;
  };

  /** What a call gives, made of its answer once the answer has told the time. */
  const send = async <Answer, Result>(
    client: STSClient,
    call: (client: STSClient) => Promise<Answer>,
    read: (answer: Answer) => Result,
  ): Promise<Result> => {
    try {
      const answer = await call(client);
      ({ systemClockOffset } = client.config);
      return read(answer);
    } catch (error) {
      ({ systemClockOffset } = client.config);
      if (error instanceof StsError) throw error;
      throw error instanceof sdk.STSServiceException ? explain(error) : silent(networkFailureOf(error));
    }
  };
  const readCredentials = ({ Credentials }: { readonly Credentials?: SdkCredentials | undefined }) =>
    credentialsFrom(Credentials, clockBehindMs());

  return {
    clockBehindMs,
    async connect() {
      try {
        const parameters = { Region: region, Endpoint: endpoint, UseFIPS: useFips, UseDualStack: useDualStack };
        const { url } = createClient().config.endpointProvider(parameters);
        const date = await openConnection(url, connection);
        systemClockOffset = date.getTime() - now().getTime() + clockOffset;
      } catch {
        // The call itself will tell.
      }
    },
    getSessionToken({ signer, durationSeconds, mfa }) {
      const command = new sdk.GetSessionTokenCommand({ DurationSeconds: durationSeconds, ...mfaParameters(mfa) });
      return send(createClient(signer, mfa), (client) => client.send(command), readCredentials);
    },
    getFederationToken({ signer, name, policy, durationSeconds }) {
      const command = new sdk.GetFederationTokenCommand({
        Name: name,
        Policy: policy,
        DurationSeconds: durationSeconds,
      });
      return send(
        createClient(signer),
        (client) => client.send(command),
        (answer) => ({ ...readCredentials(answer), principal: answer.FederatedUser?.Arn }),
      );
    },
    getCallerArn(signer) {
      return send(
        createClient(signer),
        (client) => client.send(new sdk.GetCallerIdentityCommand({})),
        ({ Arn }) => {
          if (!Arn) throw silent({ cause: "unreadable-answer", reason: "an answer without an ARN" });
          return Arn;
        },
      );
    },
    assumeRole({ signer, durationSeconds, mfa, roleArn, sessionName, externalId, ...request }) {
      const command = new sdk.AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: sessionName,
        ExternalId: externalId,
        DurationSeconds: durationSeconds,
        Tags: listOrNothing(request.tags.map(({ key, value }) => ({ Key: key, Value: value }))),
        TransitiveTagKeys: listOrNothing(request.transitiveTagKeys),
        SourceIdentity: request.sourceIdentity,
        ...mfaParameters(mfa),
      });
      return send(createClient(signer, mfa), (client) => client.send(command), readCredentials);
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

/** STS's answer, its end told in this machine's time, so that what compares it with the clock is right. */
function credentialsFrom(answer: SdkCredentials | undefined, clockBehindMs: number): Credentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration || Number.isNaN(Expiration.getTime())) {
    throw silent({ cause: "unreadable-answer", reason: "an answer without credentials" });
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: new Secret(SecretAccessKey),
    sessionToken: new Secret(SessionToken),
    expiration: new Date(Expiration.getTime() - clockBehindMs),
  };
}

/** The SDK names an answer that it cannot read, such as a gateway's HTML page, `Unknown`. */
function explain({ name: code, message, $metadata }: STSServiceException): StsError {
  const { httpStatusCode: status = 0 } = $metadata;
  const isAnswer = code !== "Unknown" && status < 500;
  return isAnswer ? new StsError({ kind: "refused", code, message }) : silent(networkFailureOfStatus(status));
}

function silent(failure: NetworkFailure): StsError {
  return new StsError({ kind: "silent", failure });
}
