/** The AWS partitions the stand-in knows. Credentials of one mean nothing in another. */
export type Partition = "aws" | "aws-cn" | "aws-us-gov";

const domains = {
  aws: { console: "console.aws.amazon.com", signIn: "signin.aws.amazon.com" },
  "aws-cn": { console: "console.amazonaws.cn", signIn: "signin.amazonaws.cn" },
  "aws-us-gov": { console: "console.amazonaws-us-gov.com", signIn: "signin.amazonaws-us-gov.com" },
} satisfies Record<Partition, { console: string; signIn: string }>;

export const partitions: readonly Partition[] = ["aws", "aws-cn", "aws-us-gov"];

export function isPartition(value: unknown): value is Partition {
  return partitions.some((partition) => partition === value);
}

/** The partition a region name belongs to, by its prefix. */
export function partitionOfRegion(region: string): Partition {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** The partition whose console answers at `host`, with or without one label (region or service) in front. */
export function partitionOfConsoleHost(host: string): Partition | undefined {
  return partitions.find((partition) => isDomainOrChild(host, domains[partition].console));
}

/** The partition whose sign-in service answers at `host`; undefined for a host that is none, such as 127.0.0.1. */
export function partitionOfSignInHost(host: string): Partition | undefined {
  return partitions.find((partition) => isDomainOrChild(host, domains[partition].signIn));
}

function isDomainOrChild(host: string, domain: string): boolean {
  return (
    host === domain ||
    (host.endsWith(`.${domain}`) && /^[a-z0-9-]+\./.test(host) && labels(host) === labels(domain) + 1)
  );
}

function labels(host: string): number {
  return host.split(".").length;
}
