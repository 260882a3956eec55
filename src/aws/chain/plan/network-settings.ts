import { type SharedConfig } from "../../shared-config/shared-config";

/** How a chain's calls to AWS travel. */
export interface NetworkSettings {
  /** Replaces STS's own endpoint; absent: the region's own. */
  readonly stsEndpoint: string | undefined;
  /** Replaces the partition's own sign-in host, as an origin. */
  readonly signInEndpoint: string | undefined;
  readonly useFips: boolean;
  readonly useDualStack: boolean;
  /** Path of a PEM file as the config or the environment writes it: `~` and variables are not yet expanded. */
  readonly caBundle: string | undefined;
}

/** How the calls of a config's chains travel: by the environment's endpoints, a service's own before the one for all. */
export function networkSettings({ variables }: SharedConfig): NetworkSettings {
  return {
    stsEndpoint: variables.AWS_ENDPOINT_URL_STS || variables.AWS_ENDPOINT_URL || undefined,
    signInEndpoint: variables.AWS_ENDPOINT_URL_SIGNIN || variables.AWS_ENDPOINT_URL || undefined,
    useFips: false,
    useDualStack: false,
    caBundle: undefined,
  };
}
