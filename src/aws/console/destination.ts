import { type ChainPlan } from "../chain/plan/chain-plan";

/**
 * The console's home page in the plan's region, as the URL that sign-in redirects to. The host names the region:
 * without it the console takes the region of a cookie, which may be another account's.
 *
 * @example
 * consoleHome(plan); // "https://ap-northeast-1.console.aws.amazon.com/console/home?region=ap-northeast-1"
 */
export function consoleHome({ region, partition }: Pick<ChainPlan, "region" | "partition">): string {
  return `https://${region}.${partition.consoleDomain}/console/home?region=${region}`;
}
