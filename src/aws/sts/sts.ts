import { type AccessKey, type Credentials } from "../credentials";
import { type NetworkFailure } from "../network/network-failure";

/** A one-time code with the device that shows it. */
export interface MfaCode {
  readonly serial: string;
  /** Six digits, leading zeros kept. */
  readonly code: string;
}

export interface UserSessionRequest {
  readonly signer: AccessKey;
  /** Absent for STS's own default. */
  readonly durationSeconds: number | undefined;
  readonly mfa: MfaCode | undefined;
}

export interface FederationTokenRequest {
  readonly signer: AccessKey;
  /** 2 to 32 characters of those that {@link federatedUserName} leaves. */
  readonly name: string;
  /** A policy as JSON: what the user may do is cut down to it. */
  readonly policy: string;
  readonly durationSeconds: number;
}

export interface AssumeRoleRequest extends UserSessionRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly externalId: string | undefined;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | undefined;
}

/**
 * Port: the calls of AWS STS that chains are made of. They throw {@link StsError} and nothing else. Expirations are told
 * in this machine's time, whatever its clock says.
 */
export interface Sts {
  getSessionToken(request: UserSessionRequest): Promise<Credentials>;
  assumeRole(request: AssumeRoleRequest): Promise<Credentials>;
  /** Gives the federated user as principal. */
  getFederationToken(request: FederationTokenRequest): Promise<Credentials>;
  /** The ARN of whoever has the key. Nobody can be denied this call. */
  getCallerArn(signer: AccessKey): Promise<string>;
  /** Opens the connection of the next call and learns AWS's time, which that call is signed by. Never rejects. */
  connect(): Promise<void>;
  /** How far this machine's clock is behind AWS's, in milliseconds, as the answers so far told; negative where ahead. */
  clockBehindMs(): number;
}

/** STS refused, or gave no answer that can be read. */
export class StsError extends Error {
  override readonly name = "StsError";

  constructor(readonly failure: StsFailure) {
    super(
      failure.kind === "refused" ? `STS refused: ${failure.code}` : `No answer from STS: ${failure.failure.reason}`,
    );
  }
}

export type StsFailure = StsRefusal | StsSilence;

/** An answer of STS that says no. */
export interface StsRefusal {
  readonly kind: "refused";
  /** As in the STS API Reference, "Common Errors": `AccessDenied`, `ExpiredToken`, `Throttling`. */
  readonly code: string;
  /** AWS's own text. For some codes it quotes the request, signature and token included: never show it as it is. */
  readonly message: string;
}

/** The network, a proxy or a broken gateway. */
export interface StsSilence {
  readonly kind: "silent";
  readonly failure: NetworkFailure;
}
