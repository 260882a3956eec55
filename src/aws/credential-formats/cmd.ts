import { type CredentialFormat } from "./credential-format";
import { credentialVariables, REPLACED_VARIABLES } from "./credential-variables";
import { isPlainValue } from "./plain-value";
import { requireWritable } from "./unwritable-credentials";

const TITLE = "Command Prompt";

/** Line breaks end a command, and other control characters are keys to the prompt. */
const CONTROL = /\p{Cc}/u;

/**
 * Lines for the prompt of Windows' cmd.exe, which end as Windows' lines do. Not for a batch file, where `%` has other
 * rules, nor for `cmd /v:on`, where `!` means something.
 */
export const CMD_FORMAT: CredentialFormat = {
  id: "cmd",
  title: TITLE,
  what: "credentials",
  write: (credentials, { profile, region }) => {
    const variables = credentialVariables(credentials, region);
    requireWritable(variables, (value) => !CONTROL.test(value), { profile, format: TITLE });
    const removals = REPLACED_VARIABLES.map((name) => `set ${name}=\r\n`);
    const assignments = variables.map(([name, value]) => `set ${name}=${escaped(value)}\r\n`);
    return [...removals, ...assignments].join("");
  },
};

/**
 * A caret before each character. The prompt replaces `%NAME%` before it looks at carets or quotes and has no escape for
 * `%`, but leaves it alone where no variable has the name; so the name gets carets too. Quotes would keep the carets (the
 * phases of cmd.exe are told best in Stack Overflow's answer 4095133).
 */
function escaped(value: string): string {
  return isPlainValue(value) ? value : Array.from(value, (character) => `^${character}`).join("");
}
