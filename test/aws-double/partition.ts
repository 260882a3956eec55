const domains = {
  aws: { web: "aws.amazon.com", api: "amazonaws.com", regions: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/ },
  "aws-cn": { web: "amazonaws.cn", api: "amazonaws.com.cn", regions: /^cn-\w+-\d+$/ },
  "aws-us-gov": { web: "amazonaws-us-gov.com", api: "amazonaws.com", regions: /^us-gov-\w+-\d+$/ },
  "aws-eusc": { web: "amazonaws-eusc.eu", api: "amazonaws.eu", regions: /^eusc-\w+-\w+-\d+$/ },
  "aws-iso": { web: "c2shome.ic.gov", api: "c2s.ic.gov", regions: /^us-iso-\w+-\d+$/ },
  "aws-iso-b": { web: "sc2shome.sgov.gov", api: "sc2s.sgov.gov", regions: /^us-isob-\w+-\d+$/ },
  "aws-iso-e": { web: "csphome.adc-e.uk", api: "cloud.adc-e.uk", regions: /^eu-isoe-\w+-\d+$/ },
  "aws-iso-f": { web: "csphome.hci.ic.gov", api: "csp.hci.ic.gov", regions: /^us-isof-\w+-\d+$/ },
};

/** Sign-in hosts that do not follow the pattern, from the endpoint rules of botocore. */
const fipsSignInDomains = {
  aws: "signin-fips.us-east-1.amazonaws.com",
  "aws-us-gov": "signin-fips.amazonaws-us-gov.com",
} satisfies { readonly [Name in Partition]?: string };

/** The AWS partitions the stand-in knows. Credentials of one mean nothing in another. */
export type Partition = keyof typeof domains;

/** A host of the sign-in service. */
export interface SignInHost {
  readonly partition: Partition;
  /** The host without the region in front: what all sign-in hosts of the partition have in common. */
  readonly domain: string;
  /** The label in front, where it is a region of the partition. */
  readonly region: string | undefined;
}

export const partitions: readonly Partition[] = Object.keys(domains).filter(isPartition);

export function isPartition(value: unknown): value is Partition {
  return typeof value === "string" && Object.hasOwn(domains, value);
}

/** The partition a region name belongs to, by its form; "aws" for one that has the form of none. */
export function partitionOfRegion(region: string): Partition {
  return partitions.find((partition) => domains[partition].regions.test(region)) ?? "aws";
}

/** The region that a host has as its first label. */
export function regionInFront(host: string): string | undefined {
  const label = firstLabel(host);
  return partitions.some((partition) => domains[partition].regions.test(label)) ? label : undefined;
}

/** The partition whose console answers at `host`, with or without one label (region or service) in front. */
export function partitionOfConsoleHost(host: string): Partition | undefined {
  return partitions.find((partition) => isDomainOrChild(host, `console.${domains[partition].web}`));
}

/** The partition whose sign-in service answers at `host`; undefined for a host that is none, such as 127.0.0.1. */
export function partitionOfSignInHost(host: string): Partition | undefined {
  return parseSignInHost(host)?.partition;
}

/** Takes a sign-in host apart; undefined for a host that is none, such as 127.0.0.1. */
export function parseSignInHost(host: string): SignInHost | undefined {
  for (const partition of partitions) {
    const domain = signInDomains(partition).find((candidate) => isDomainOrChild(host, candidate));
    if (domain === undefined) continue;
    const label = firstLabel(host);
    const hasRegion = host !== domain && domains[partition].regions.test(label);
    return { partition, domain, region: hasRegion ? label : undefined };
  }
  return undefined;
}

/** Whether a host is one of AWS: of an API, a sign-in service, a console or an access portal of any partition. */
export function isAwsHost(host: string): boolean {
  const owned = partitions.flatMap((partition) => [domains[partition].api, domains[partition].web]);
  return (
    /^[a-z0-9.-]+$/.test(host) && [...owned, "awsapps.com", "awsapps.cn"].some((name) => host.endsWith(`.${name}`))
  );
}

function signInDomains(partition: Partition): string[] {
  const fips = Object.entries(fipsSignInDomains).flatMap(([name, domain]) => (name === partition ? [domain] : []));
  return [`signin.${domains[partition].web}`, ...fips];
}

function isDomainOrChild(host: string, domain: string): boolean {
  return (
    host === domain ||
    (host.endsWith(`.${domain}`) && /^[a-z0-9-]+\./.test(host) && labels(host) === labels(domain) + 1)
  );
}

function firstLabel(host: string): string {
  return host.slice(0, Math.max(host.indexOf("."), 0));
}

function labels(host: string): number {
  return host.split(".").length;
}
