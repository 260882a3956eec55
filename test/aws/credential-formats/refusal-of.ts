import { type CredentialFormat } from "../../../src/aws/credential-formats/credential-format";
import { type UnwritableCredentials } from "../../../src/aws/credential-formats/unwritable-credentials";
import { type Credentials } from "../../../src/aws/credentials";
import { isProblem } from "../../../src/aws/problem";

/** Why a format refuses to write credentials; nothing where it writes them. */
export function refusalOf(
  format: CredentialFormat,
  credentials: Credentials,
  profile = "demo",
): UnwritableCredentials | undefined {
  try {
    format.write(credentials, { profile, region: "us-east-1" });
    return undefined;
  } catch (error) {
    if (isProblem(error, "unwritable-credentials")) return error.problem;
    throw error;
  }
}
