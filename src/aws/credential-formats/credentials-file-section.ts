import { type CredentialFormat } from "./credential-format";
import { isPlainValue } from "./plain-value";
import { requireWritable } from "./unwritable-credentials";

const TITLE = "Credentials File Section";

/** A bracket would end the header in some readers, and Python's parser, so the AWS CLI, gives [DEFAULT] to every profile. */
const UNWRITABLE_NAME = /[[\]\p{Cc}]|^\s|\s$|^DEFAULT$/u;

/**
 * A section for `~/.aws/credentials`, under the profile's name. The AWS CLI reads that file's headers as they stand, so a
 * name with blanks gets no quotes there, unlike in the config. Values can be quoted in no way that all SDKs read.
 *
 * Where the config has a role for the same name, the AWS CLI goes on assuming it: the section is for other machines, or to
 * be renamed.
 */
export const CREDENTIALS_FILE_FORMAT: CredentialFormat = {
  id: "credentials-file",
  title: TITLE,
  what: "credentials",
  write: ({ accessKeyId, secretAccessKey, sessionToken }, { profile }) => {
    const settings = Object.entries({
      aws_access_key_id: accessKeyId,
      aws_secret_access_key: secretAccessKey.reveal(),
      aws_session_token: sessionToken.reveal(),
    });
    const place = { profile, format: TITLE };
    requireWritable([["the profile's name", profile]], (name) => !UNWRITABLE_NAME.test(name), place);
    requireWritable(settings, isPlainValue, place);
    return [`[${profile}]\n`, ...settings.map(([name, value]) => `${name} = ${value}\n`)].join("");
  },
};
