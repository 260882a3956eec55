/** A separate set of AWS accounts and regions with hosts of its own. Facts from botocore's partitions and endpoint rules. */
export interface Partition {
  /** As ARNs name it. */
  readonly id: string;
  readonly regions: RegExp;
  /** Used where no profile names a region: the partition's implicit global region. */
  readonly defaultRegion: string;
  /** What the hosts of AWS's APIs end with. */
  readonly dnsSuffix: string;
  readonly signInDomain: string;
  readonly consoleDomain: string;
}

/** Sign-in and console stand side by side in every partition whose hosts are public; so they are taken to in the others. */
function site(domain: string): Pick<Partition, "signInDomain" | "consoleDomain"> {
  return { signInDomain: `signin.${domain}`, consoleDomain: `console.${domain}` };
}

/** The partition of those who say nothing about it. */
export const COMMERCIAL_PARTITION: Partition = {
  id: "aws",
  // Any two letters: a part of the world that AWS opens tomorrow is commercial too.
  regions: /^(?!cn-)[a-z]{2}-[a-z]+-\d+$/,
  defaultRegion: "us-east-1",
  dnsSuffix: "amazonaws.com",
  ...site("aws.amazon.com"),
};

/** The one partition whose sign-in site has FIPS hosts of its own. */
export const GOV_CLOUD: Partition = {
  id: "aws-us-gov",
  regions: /^us-gov-[a-z]+-\d+$/,
  defaultRegion: "us-gov-west-1",
  dnsSuffix: "amazonaws.com",
  ...site("amazonaws-us-gov.com"),
};

const PARTITIONS: readonly Partition[] = [
  COMMERCIAL_PARTITION,
  {
    id: "aws-cn",
    regions: /^cn-[a-z]+-\d+$/,
    defaultRegion: "cn-northwest-1",
    dnsSuffix: "amazonaws.com.cn",
    ...site("amazonaws.cn"),
  },
  GOV_CLOUD,
  {
    id: "aws-eusc",
    regions: /^eusc-[a-z]+-[a-z]+-\d+$/,
    defaultRegion: "eusc-de-east-1",
    dnsSuffix: "amazonaws.eu",
    ...site("amazonaws-eusc.eu"),
  },
  {
    id: "aws-iso",
    regions: /^us-iso-[a-z]+-\d+$/,
    defaultRegion: "us-iso-east-1",
    dnsSuffix: "c2s.ic.gov",
    ...site("c2shome.ic.gov"),
  },
  {
    id: "aws-iso-b",
    regions: /^us-isob-[a-z]+-\d+$/,
    defaultRegion: "us-isob-east-1",
    dnsSuffix: "sc2s.sgov.gov",
    ...site("sc2shome.sgov.gov"),
  },
  {
    id: "aws-iso-e",
    regions: /^eu-isoe-[a-z]+-\d+$/,
    defaultRegion: "eu-isoe-west-1",
    dnsSuffix: "cloud.adc-e.uk",
    ...site("csphome.adc-e.uk"),
  },
  {
    id: "aws-iso-f",
    regions: /^us-isof-[a-z]+-\d+$/,
    defaultRegion: "us-isof-south-1",
    dnsSuffix: "csp.hci.ic.gov",
    ...site("csphome.hci.ic.gov"),
  },
];

/** The partition an ARN names, or nothing for one this extension does not know. */
export function partitionOfArn(id: string): Partition | undefined {
  return PARTITIONS.find((partition) => partition.id === id);
}

/** The partition a region belongs to, or nothing for a text that is no region's name. */
export function partitionOfRegion(region: string): Partition | undefined {
  return PARTITIONS.find(({ regions }) => regions.test(region));
}

/** The partition whose console answers at a host: its domain, or one below it. */
export function partitionOfConsoleHost(host: string): Partition | undefined {
  return PARTITIONS.find(({ consoleDomain }) => host === consoleDomain || host.endsWith(`.${consoleDomain}`));
}
