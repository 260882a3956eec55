import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const debianPackages = new Map([
  ["aws", "awscli"],
  ["ceph", "ceph-common"],
  ["dbus-daemon", "dbus"],
  ["gnome-keyring-daemon", "gnome-keyring"],
]);

/**
 * Which of these programs are not installed, for `describe.skipIf(missingTools("the AWS CLI", "aws").length > 0)`.
 * Looks in PATH and in /usr/bin, and prints one line per missing program.
 *
 * @param what Names what is skipped without them.
 * @throws Error instead of letting tests be skipped, when REQUIRE_ALL_TOOLS=1 and a program is missing.
 */
export function missingTools(what: string, ...tools: readonly string[]): string[] {
  const missing = tools.filter((tool) => !isInstalled(tool));
  const reasons = missing.map((tool) => {
    const debianPackage = debianPackages.get(tool) ?? tool;
    return `skipped: ${what}, because \`${tool}\` is not installed (Debian package: ${debianPackage})`;
  });
  sayWhatIsSkipped(reasons);
  return missing;
}

/**
 * Prints why tests are skipped, one line per reason.
 *
 * @throws Error instead, when REQUIRE_ALL_TOOLS=1 and there is a reason.
 */
export function sayWhatIsSkipped(reasons: readonly string[]): void {
  if (reasons.length > 0 && process.env.REQUIRE_ALL_TOOLS === "1") throw new Error(reasons.join("\n"));
  for (const reason of reasons) console.log(reason);
}

function isInstalled(tool: string): boolean {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  return folders.some((folder) => isExecutable(join(folder, tool)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
