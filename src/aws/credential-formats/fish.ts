import { type CredentialFormat } from "./credential-format";
import { credentialVariables, REPLACED_VARIABLES } from "./credential-variables";
import { quotedWord } from "./shell-word";

/**
 * Lines for fish. They reach the running shell alone: a universal `AWS_PROFILE` stays, since to erase it would be to erase
 * it in every shell, for good.
 */
export const FISH_FORMAT: CredentialFormat = {
  id: "fish",
  title: "Fish",
  what: "credentials",
  write: (credentials, { region }) => {
    const exports = credentialVariables(credentials, region).map(
      ([name, value]) => `set -gx ${name} ${quotedWord(value)}\n`,
    );
    return [`set -eg ${REPLACED_VARIABLES.join(" ")}\n`, ...exports].join("");
  },
};
