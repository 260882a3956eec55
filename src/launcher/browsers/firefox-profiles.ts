import { parse } from "ini";
import { safeParse } from "valibot";
import { FirefoxProfileName } from "./browser-choice";

/**
 * Reads the names of the profiles out of a `profiles.ini` of Firefox or Zen: those of the sections `[Profile0]`,
 * `[Profile1]` and so on, in their order. `[Install…]` and `[General]` hold none. Names that cannot be chosen from
 * outside are left out, see {@link FirefoxProfileName}.
 *
 * @param profilesIni the text of the file; one that cannot be read holds no profiles
 */
export function firefoxProfiles(profilesIni: string): readonly string[] {
  const sections: Readonly<Record<string, unknown>> = parse(literally(profilesIni));
  return Object.entries(sections)
    .filter(([section]) => /^Profile\d+$/.test(section))
    .map(([section, fields]) => ({ number: Number(section.slice("Profile".length)), name: nameAmong(fields) }))
    .sort((one, other) => one.number - other.number)
    .flatMap(({ name }) => (name === undefined ? [] : [name]));
}

/** Firefox writes values as they are, where `ini` would understand `#`, `;`, backslashes and quotation marks. */
function literally(text: string): string {
  return text.replaceAll(
    /^([^=[;#\r\n]+)=([^\r\n]*)/gm,
    (_line, field: string, value: string) => `${field}=${JSON.stringify(value)}`,
  );
}

function nameAmong(fields: unknown): string | undefined {
  if (typeof fields !== "object" || fields === null || !("Name" in fields)) return undefined;
  // A profile may be called `true` or `null`, which `ini` takes for more than text.
  const { success, output } = safeParse(FirefoxProfileName, String(fields.Name));
  return success ? output : undefined;
}
