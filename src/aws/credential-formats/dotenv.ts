import { type CredentialFormat } from "./credential-format";
import { credentialVariables } from "./credential-variables";
import { isPlainValue } from "./plain-value";
import { requireWritable } from "./unwritable-credentials";

const TITLE = ".env File";

/**
 * A file for `docker run --env-file`, Docker Compose and the dotenv libraries. They agree on values without quotes only:
 * `docker run` takes quotes for a part of the value (docker/cli issue 3630), the others cut it at `#` and replace `$NAME`
 * (Docker Compose documentation, "Syntax for environment files"). So a value that needs quotes is refused. No such file
 * can take a variable away.
 */
export const DOTENV_FORMAT: CredentialFormat = {
  id: "dotenv",
  title: TITLE,
  what: "credentials",
  write: (credentials, { profile, region }) => {
    const variables = credentialVariables(credentials, region);
    requireWritable(variables, isPlainValue, { profile, format: TITLE });
    return variables.map(([name, value]) => `${name}=${value}\n`).join("");
  },
};
