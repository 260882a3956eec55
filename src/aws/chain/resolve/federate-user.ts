import { type AccessKey, type Credentials } from "../../credentials";
import { type Sts } from "../../sts/sts";

/** Cuts nothing off what the user may do; without a policy a federated user may do nothing (STS API Reference). */
const WHOLE_PERMISSIONS = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});
/** For an account's root user STS gives no more. */
const LONGEST_ROOT_SECONDS = 3600;

/**
 * Turns a user's long-term key into a federated user of the same permissions and, as far as it fits, the same name, which
 * consoles take (STS API Reference, "GetFederationToken"). The name comes from GetCallerIdentity, which needs no
 * permission.
 *
 * @throws StsError
 */
export async function federateUser(sts: Sts, signer: AccessKey, durationSeconds: number): Promise<Credentials> {
  const arn = await sts.getCallerArn(signer);
  const isRoot = arn.endsWith(":root");
  return sts.getFederationToken({
    signer,
    name: federatedUserName(arn),
    policy: WHOLE_PERMISSIONS,
    durationSeconds: isRoot ? Math.min(durationSeconds, LONGEST_ROOT_SECONDS) : durationSeconds,
  });
}

/**
 * A user's name as `GetFederationToken` takes it, of 2 to 32 characters; a user's own may have 1 to 64.
 *
 * @param arn the user's, or the root user's
 * @example
 * federatedUserName("arn:aws:iam::111111111111:user/teams/demo-user"); // "demo-user"
 */
export function federatedUserName(arn: string): string {
  const name = arn.slice(Math.max(arn.lastIndexOf("/"), arn.lastIndexOf(":")) + 1);
  return name.slice(0, 32).padEnd(2, "_");
}
