import { type ChainPlan } from "../chain/plan/chain-plan";
import { GOV_CLOUD } from "./partition";

/** Where a console is signed in to. */
export type SignInPlace = Pick<ChainPlan, "region" | "partition"> & {
  readonly network: Pick<ChainPlan["network"], "signInEndpoint" | "useFips">;
};

/**
 * The origin of a region's sign-in site: the plan's own endpoint where it names one, else the host that botocore's
 * endpoint rules for sign-in give, FIPS included.
 *
 * Dual stack is not asked for: its host is that of the API behind `aws login`, outside the console's domain, so that it
 * could not sign a browser in.
 *
 * @example
 * signInOrigin(plan); // "https://eu-west-1.signin.aws.amazon.com"
 */
export function signInOrigin({ region, partition, network }: SignInPlace): string {
  const { signInEndpoint, useFips } = network;
  if (signInEndpoint !== undefined) return signInEndpoint;
  if (!useFips) return `https://${region}.${partition.signInDomain}`;
  if (partition !== GOV_CLOUD) return `https://signin-fips.${region}.${partition.dnsSuffix}`;
  const domain = partition.signInDomain.replace("signin.", "signin-fips.");
  return region === partition.defaultRegion ? `https://${domain}` : `https://${region}.${domain}`;
}

/**
 * Where sessions are exchanged and consoles begin. In the commercial partition's first region it is the site's bare host
 * (AWS General Reference, "AWS Sign-In endpoints").
 */
export function federationUrl(place: SignInPlace): URL {
  const { partition, network } = place;
  const isBare =
    partition.id === "aws" && place.region === partition.defaultRegion && !network.useFips && !network.signInEndpoint;
  return new URL("/federation", isBare ? `https://${partition.signInDomain}` : signInOrigin(place));
}
