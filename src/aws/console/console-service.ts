/** A page of the AWS console that people look for by name. */
export interface ConsoleService {
  /** Stable, kebab-case, unique: what frecency, defaults and quicklinks remember, e.g. "cloudwatch-logs". */
  readonly id: string;
  /** As the console names it, without "Amazon" or "AWS" in front: "EC2", "CloudWatch Logs". Unique. */
  readonly name: string;
  /**
   * Path below the console's host, with a leading slash, and with query and fragment where the page has them:
   * "/cloudwatch/home#logsV2:log-groups". It names no region.
   */
  readonly path: string;
  /** Whether the page belongs to no region: whichever the host names, it shows the same. */
  readonly isGlobal: boolean;
  /** What people type for it beside its name, in lower case: abbreviations, former names, what it is for. */
  readonly aliases: readonly string[];
}
