import { type CredentialFormat } from "./credential-format";
import { credentialVariables, REPLACED_VARIABLES } from "./credential-variables";
import { quotedWord } from "./shell-word";

/** Lines for bash, zsh and other shells of the POSIX family. */
export const BASH_FORMAT: CredentialFormat = {
  id: "bash",
  title: "Bash or Zsh",
  what: "credentials",
  write: (credentials, { region }) => {
    const exports = credentialVariables(credentials, region).map(
      ([name, value]) => `export ${name}=${quotedWord(value)}\n`,
    );
    return [`unset ${REPLACED_VARIABLES.join(" ")}\n`, ...exports].join("");
  },
};
