/**
 * What `set NAME=value` lines leave at the prompt of cmd.exe, by its phases: first `%NAME%` is replaced, where a variable
 * has the name (a `:` ends it), then carets are taken away, outside of quotes, and an operator without one ends the command.
 *
 * @param variables names in capitals
 * @throws Error where a line is more than one command
 */
export function afterSetLines(lines: string, variables: Readonly<Record<string, string>>): Record<string, string> {
  const environment: Record<string, string> = { ...variables };
  for (const line of lines.split("\r\n").slice(0, -1)) {
    const expanded = line.replaceAll(/%([^%:]+)(?::[^%]*)?%/g, (text, name: string) => {
      return environment[name.toUpperCase()] ?? text;
    });
    const [, name = "", value = ""] = /^set (\w+)=(.*)$/s.exec(withoutCarets(expanded)) ?? [];
    if (name === "") throw new Error(`No set command: ${expanded}`);
    if (value === "") delete environment[name];
    else environment[name] = value;
  }
  return environment;
}

function withoutCarets(line: string): string {
  let text = "";
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (character === "^" && !isQuoted) {
      index += 1;
      text += line.charAt(index);
      continue;
    }
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && /[&|<>\n]/.test(character)) throw new Error(`A second command: ${line}`);
    text += character;
  }
  return text;
}
