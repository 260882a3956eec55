import { type CredentialFormat } from "./credential-format";
import { credentialVariables } from "./credential-variables";
import { shellWord } from "./shell-word";

/**
 * Flags for a `docker run` that is being typed, so on one line and without its end. What AWS makes needs no quotes, so they
 * can be pasted into any shell; other values are quoted as bash, zsh and fish read them.
 */
export const DOCKER_FORMAT: CredentialFormat = {
  id: "docker",
  title: "Docker --env Flags",
  what: "credentials",
  write: (credentials, { region }) =>
    credentialVariables(credentials, region)
      .map(([name, value]) => `--env ${name}=${shellWord(value)}`)
      .join(" "),
};
