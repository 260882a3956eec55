import { type CredentialFormat } from "./credential-format";
import { credentialVariables, REPLACED_VARIABLES } from "./credential-variables";

/** Lines for Windows PowerShell and PowerShell. */
export const POWERSHELL_FORMAT: CredentialFormat = {
  id: "powershell",
  title: "PowerShell",
  what: "credentials",
  write: (credentials, { region }) => {
    const removed = REPLACED_VARIABLES.map((name) => `Env:${name}`).join(", ");
    const assignments = credentialVariables(credentials, region).map(
      ([name, value]) => `$Env:${name} = ${verbatim(value)}\n`,
    );
    return [`Remove-Item ${removed} -ErrorAction SilentlyContinue\n`, ...assignments].join("");
  },
};

/**
 * A verbatim string: nothing is special in it but the quote, which is doubled. PowerShell takes typographic single quotes
 * for quotes too (PowerShell documentation, "about_Quoting_Rules").
 */
function verbatim(value: string): string {
  return `'${value.replaceAll(/['‘’‚‛]/g, "$&$&")}'`;
}
