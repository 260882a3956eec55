import { type StsOptions } from "./sdk-sts";
import { type Sts } from "./sts";

/** STS for one region or endpoint. The AWS SDK is loaded with the first call, so a list that makes none never pays. */
export function createSts(options: StsOptions): Sts {
  let loading: Promise<Sts> | undefined;
  let loaded: Sts | undefined;
  const load = (): Promise<Sts> =>
    (loading ??= import("./sdk-sts").then(({ createSdkSts }) => (loaded = createSdkSts(options))));
  return {
    getSessionToken: async (request) => (await load()).getSessionToken(request),
    assumeRole: async (request) => (await load()).assumeRole(request),
    getFederationToken: async (request) => (await load()).getFederationToken(request),
    getCallerArn: async (signer) => (await load()).getCallerArn(signer),
    connect: async () => (await load()).connect(),
    clockBehindMs: () => loaded?.clockBehindMs() ?? 0,
  };
}
