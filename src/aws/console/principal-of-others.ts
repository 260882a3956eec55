import { type ChainPlan } from "../chain/plan/chain-plan";
import { type HopPorts } from "../chain/resolve/call-hop";
import { type Credentials } from "../credentials";
import { ProblemError } from "../problem";
import { StsError } from "../sts/sts";

/**
 * Whose a session is that a file or a command gave, as an ARN; nothing for one that the plan's role says it of, or where
 * STS does not tell.
 *
 * @throws ProblemError `session-of-user` for one that sign-in refuses (IAM User Guide, "Compare AWS STS credentials"), so
 * that it is not sent there
 */
export async function principalOfOthers(
  { hops, profile, region }: ChainPlan,
  credentials: Credentials,
  { sts }: Pick<HopPorts, "sts">,
): Promise<string | undefined> {
  if (hops.some(({ kind }) => kind === "role")) return undefined;
  const arn = await (await sts(region)).getCallerArn(credentials).catch((error: unknown) => {
    // Sign-in will say what is wrong with it.
    if (error instanceof StsError) return undefined;
    throw error;
  });
  if (arn && /:user\/|:root$/.test(arn)) throw new ProblemError({ kind: "session-of-user", profile });
  return arn;
}
