const statuses = {
  AccessDenied: 403,
  ExpiredToken: 403,
  IncompleteSignature: 400,
  InternalFailure: 500,
  InvalidAction: 400,
  InvalidClientTokenId: 403,
  InvalidParameterValue: 400,
  MalformedPolicyDocument: 400,
  MissingAction: 400,
  MissingAuthenticationToken: 403,
  RegionDisabledException: 403,
  SignatureDoesNotMatch: 403,
  Throttling: 400,
  ValidationError: 400,
} as const;

/** Error codes of STS and of the "Common Errors" page of its API reference. */
export type StsErrorCode = keyof typeof statuses;

/** A refusal of STS, to be sent as a query-protocol `<ErrorResponse>` (rule 11). */
export class StsError extends Error {
  readonly code: StsErrorCode;

  constructor(code: StsErrorCode, message: string) {
    super(message);
    this.name = "StsError";
    this.code = code;
  }

  get httpStatus(): number {
    return statuses[this.code];
  }

  get type(): "Sender" | "Receiver" {
    return this.httpStatus < 500 ? "Sender" : "Receiver";
  }
}

/** AccessDenied in the words of IAM. */
export function notAuthorized(callerArn: string, action: string, resource: string): StsError {
  return new StsError(
    "AccessDenied",
    `User: ${callerArn} is not authorized to perform: ${action} on resource: ${resource}`,
  );
}

/** AccessDenied in the words of IAM where a policy of the caller itself denies, which no other policy can lift. */
export function explicitlyDenied(callerArn: string, action: string, resource: string): StsError {
  const { message } = notAuthorized(callerArn, action, resource);
  return new StsError("AccessDenied", `${message} with an explicit deny in an identity-based policy`);
}

/** The refusal of a region in which the caller's account has deactivated STS, in the words that users report of AWS. */
export function regionDisabled(accountId: string): StsError {
  return new StsError(
    "RegionDisabledException",
    `STS is not activated in this region for account:${accountId}. Your account administrator can activate STS in this region using the IAM Console.`,
  );
}
