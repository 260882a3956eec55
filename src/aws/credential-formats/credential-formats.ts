import { BASH_FORMAT } from "./bash";
import { CMD_FORMAT } from "./cmd";
import { type CredentialFormat } from "./credential-format";
import { JSON_FORMAT } from "./credential-process-json";
import { CREDENTIALS_FILE_FORMAT } from "./credentials-file-section";
import { DOCKER_FORMAT } from "./docker-flags";
import { DOTENV_FORMAT } from "./dotenv";
import { FISH_FORMAT } from "./fish";
import { POWERSHELL_FORMAT } from "./powershell";

/** Every format for credentials as a whole, in the order that the user sees them. */
export const CREDENTIAL_FORMATS: readonly CredentialFormat[] = [
  BASH_FORMAT,
  FISH_FORMAT,
  POWERSHELL_FORMAT,
  CMD_FORMAT,
  DOTENV_FORMAT,
  JSON_FORMAT,
  CREDENTIALS_FILE_FORMAT,
  DOCKER_FORMAT,
];
