import { getPreferenceValues } from "@raycast/api";
import { BASH_FORMAT } from "../aws/credential-formats/bash";
import { type CredentialFormat } from "../aws/credential-formats/credential-format";
import { CREDENTIAL_FORMATS } from "../aws/credential-formats/credential-formats";

/** The format that the user wants credentials in, where an action names none. */
export function preferredFormat(
  { credentialFormat }: Preferences = getPreferenceValues<Preferences>(),
): CredentialFormat {
  // A host that does not know the manifest's defaults gives none.
  return CREDENTIAL_FORMATS.find(({ id }) => id === credentialFormat) ?? BASH_FORMAT;
}
