/** The parts of a role's ARN that plans and messages need. */
export interface RoleArn {
  /** As written, which is what STS gets. */
  readonly arn: string;
  readonly partition: string;
  /** Twelve digits. */
  readonly accountId: string;
  /** Without its path: `Admin` of `role/teams/Admin`. */
  readonly roleName: string;
}

const ROLE_ARN = /^arn:([a-z0-9-]+):iam::(\d{12}):role\/(?:[^\s]*\/)?([\w+=,.@-]+)$/;

/**
 * Takes a role's ARN apart, or gives nothing where the text is no role ARN
 * (IAM User Guide, "IAM identifiers": partition, account of twelve digits, path and name).
 */
export function parseRoleArn(arn: string): RoleArn | undefined {
  const [, partition, accountId, roleName] = ROLE_ARN.exec(arn) ?? [];
  if (partition === undefined || accountId === undefined || roleName === undefined) return undefined;
  return { arn, partition, accountId, roleName };
}
