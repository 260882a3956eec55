/** A separate set of AWS accounts and regions with hosts of its own. Facts from botocore's partitions and endpoint rules. */
export interface Partition {
  /** As ARNs name it. */
  readonly id: string;
  readonly regions: RegExp;
  /** Used where no profile names a region: the partition's implicit global region. */
  readonly defaultRegion: string;
  readonly signInDomain: string;
  readonly consoleDomain: string;
}

/** The partition of those who say nothing about it. */
export const COMMERCIAL_PARTITION: Partition = {
  id: "aws",
  // Any two letters: a part of the world that AWS opens tomorrow is commercial too.
  regions: /^(?!cn-)[a-z]{2}-[a-z]+-\d+$/,
  defaultRegion: "us-east-1",
  signInDomain: "signin.aws.amazon.com",
  consoleDomain: "console.aws.amazon.com",
};

const CHINA: Partition = {
  id: "aws-cn",
  regions: /^cn-[a-z]+-\d+$/,
  defaultRegion: "cn-northwest-1",
  signInDomain: "signin.amazonaws.cn",
  consoleDomain: "console.amazonaws.cn",
};

const GOV_CLOUD: Partition = {
  id: "aws-us-gov",
  regions: /^us-gov-[a-z]+-\d+$/,
  defaultRegion: "us-gov-west-1",
  signInDomain: "signin.amazonaws-us-gov.com",
  consoleDomain: "console.amazonaws-us-gov.com",
};

const PARTITIONS: readonly Partition[] = [COMMERCIAL_PARTITION, CHINA, GOV_CLOUD];

/** The partition an ARN names, or nothing for one this extension does not know. */
export function partitionOfArn(id: string): Partition | undefined {
  return PARTITIONS.find((partition) => partition.id === id);
}

/** The partition a region belongs to, or nothing for a text that is no region's name. */
export function partitionOfRegion(region: string): Partition | undefined {
  return PARTITIONS.find(({ regions }) => regions.test(region));
}
