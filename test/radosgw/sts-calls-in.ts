/** One call of STS as the gateway saw it. */
export interface StsCall {
  readonly action: string;
  /** Whose signature the call carried. */
  readonly accessKeyId: string | undefined;
  /** The HTTP status of the answer. */
  readonly status: number;
}

const ACTIONS: ReadonlyMap<string, string> = new Map([
  ["sts:assume_role", "AssumeRole"],
  ["sts:get_session_token", "GetSessionToken"],
]);

/**
 * Reads the STS calls from a gateway's log (`debug rgw = 10`), in the order in which they were answered.
 *
 * @returns nothing while a request is being answered
 */
export function stsCallsIn(log: string): readonly StsCall[] | undefined {
  const count = (phrase: string): number => log.split(phrase).length - 1;
  if (count("====== starting new request") !== count("====== req done")) return undefined;

  const signers = new Map<string, string>();
  for (const [, request = "", accessKeyId = ""] of log.matchAll(/ req (\d+) \S+ access key id = (\S+)/g)) {
    signers.set(request, accessKeyId);
  }
  return [...log.matchAll(/ req (\d+) \S+ (sts:\w+) http status=(\d+)/g)].map(
    ([, request = "", operation = "", status]) => ({
      action: ACTIONS.get(operation) ?? operation,
      accessKeyId: signers.get(request),
      status: Number(status),
    }),
  );
}
