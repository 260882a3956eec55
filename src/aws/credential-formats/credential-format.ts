import { type ChainPlan } from "../chain/plan/chain-plan";
import { type Credentials } from "../credentials";

/** Whose credentials are written, and for where. */
export type CredentialsOwner = Pick<ChainPlan, "profile" | "region">;

/** A way to write temporary credentials down, as a whole or one field of them. */
export interface CredentialFormat {
  /** As the preference keeps it. */
  readonly id: string;
  /** As actions name it, in title case. */
  readonly title: string;
  /** What of them is written, in the words of a sentence. */
  readonly what: string;
  /**
   * Writes them so that whoever reads the text gets every value as it is. The text is a secret: copy it concealed.
   *
   * @throws ProblemError `unwritable-credentials` where a value cannot be spelled in this format
   */
  readonly write: (credentials: Credentials, owner: CredentialsOwner) => string;
}
