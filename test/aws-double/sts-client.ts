import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type Credentials as WireCredentials,
  GetFederationTokenCommand,
  type GetFederationTokenCommandInput,
  GetSessionTokenCommand,
  type GetSessionTokenCommandInput,
  STSClient,
  type STSClientConfig,
} from "@aws-sdk/client-sts";

/** Credentials as clients take them. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Credentials as STS gives them. */
export interface TemporaryCredentials extends Required<Credentials> {
  readonly expiration: Date;
}

/** The SDK's client, aimed at a stand-in; one attempt per call, so that a refusal is seen once. */
export function stsClient({ url }: { url: string }, credentials: Credentials, more: STSClientConfig = {}): STSClient {
  return new STSClient({ endpoint: url, region: "us-east-1", credentials, maxAttempts: 1, ...more });
}

export async function assumeRole(
  double: { url: string },
  credentials: Credentials,
  input: Omit<AssumeRoleCommandInput, "RoleSessionName"> & { RoleSessionName?: string },
  config: STSClientConfig = {},
): Promise<TemporaryCredentials> {
  const command = new AssumeRoleCommand({ RoleSessionName: "specification", ...input });
  return issued((await stsClient(double, credentials, config).send(command)).Credentials);
}

export async function getSessionToken(
  double: { url: string },
  credentials: Credentials,
  input: GetSessionTokenCommandInput = {},
  config: STSClientConfig = {},
): Promise<TemporaryCredentials> {
  return issued((await stsClient(double, credentials, config).send(new GetSessionTokenCommand(input))).Credentials);
}

export async function getFederationToken(
  double: { url: string },
  credentials: Credentials,
  input: Partial<GetFederationTokenCommandInput> = {},
  config: STSClientConfig = {},
): Promise<TemporaryCredentials> {
  const command = new GetFederationTokenCommand({ Name: "federated", ...input });
  return issued((await stsClient(double, credentials, config).send(command)).Credentials);
}

function issued(credentials: WireCredentials | undefined): TemporaryCredentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration)
    throw new Error("An answer without credentials");
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration,
  };
}
