import { type Application } from "@raycast/api";

/** An editor that a URL can send to a line. */
interface LineEditor {
  readonly bundleIds: readonly string[];
  /** What systems without bundle ids call the application or its program, in lower case. */
  readonly names: readonly string[];
  /** Whether a Windows path is known to work. */
  readonly isOnWindows: boolean;
  readonly url: (path: string, line: number) => string;
}

/** VS Code decodes the path before it looks for the line; Zed does the same. */
const pathUrl =
  (scheme: string) =>
  (path: string, line: number): string =>
    `${scheme}://file${escapedPath(path)}:${line}`;

/** TextMate's scheme, which others took over: a file URL, itself escaped, in a query. */
const fileUrl =
  (scheme: string) =>
  (path: string, line: number): string =>
    `${scheme}://open?url=file://${escapedPath(escapedPath(path))}&line=${line}`;

/**
 * The editors whose URLs are written down somewhere:
 *
 * | editor | where |
 * |---|---|
 * | VS Code, its Insiders | "Opening VS Code with URLs" in its "Command Line Interface" |
 * | VSCodium, Cursor | forks of it, with schemes of their own: VSCodium's `prepare_vscode.sh`; ripgrep's `--hyperlink-format` |
 * | Zed | its `open_listener.rs` (zed-industries/zed#8482); what it makes of `C:` is not said |
 * | TextMate | "The TextMate URL Scheme" (macromates.com, 2007) |
 * | BBEdit | its release notes of 12.1.4 |
 * | MacVim | `:help macvim-url-handler`, which wants the path escaped twice |
 * | Nova | "URL Scheme" in its help |
 *
 * Not here: Sublime Text registers no scheme (sublimehq/sublime_text#2514), and JetBrains documents a line for its
 * command line alone.
 */
const LINE_EDITORS: readonly LineEditor[] = [
  {
    bundleIds: ["com.microsoft.VSCode"],
    names: ["visual studio code", "code"],
    isOnWindows: true,
    url: pathUrl("vscode"),
  },
  {
    bundleIds: ["com.microsoft.VSCodeInsiders"],
    names: ["visual studio code - insiders", "code - insiders", "code-insiders"],
    isOnWindows: true,
    url: pathUrl("vscode-insiders"),
  },
  { bundleIds: ["com.vscodium"], names: ["vscodium", "codium"], isOnWindows: true, url: pathUrl("vscodium") },
  {
    bundleIds: ["com.todesktop.230313mzl4w4u92"],
    names: ["cursor"],
    isOnWindows: true,
    url: pathUrl("cursor"),
  },
  {
    bundleIds: ["dev.zed.Zed", "dev.zed.Zed-Preview"],
    names: ["zed", "zeditor"],
    isOnWindows: false,
    url: pathUrl("zed"),
  },
  { bundleIds: ["com.macromates.TextMate"], names: ["textmate"], isOnWindows: false, url: fileUrl("txmt") },
  { bundleIds: ["com.barebones.bbedit"], names: ["bbedit"], isOnWindows: false, url: fileUrl("x-bbedit") },
  { bundleIds: ["org.vim.MacVim"], names: ["macvim"], isOnWindows: false, url: fileUrl("mvim") },
  {
    bundleIds: ["com.panic.Nova"],
    names: ["nova"],
    isOnWindows: false,
    url: (path, line) => `nova://open?path=${escapedPath(path)}&line=${line}`,
  },
];

/**
 * The URL that opens a file at a line in an application; nothing where it takes none, or that is not documented.
 *
 * @param path absolute, as the system writes it
 * @param line from 1
 * @throws URIError where the path holds half a surrogate pair
 * @example
 * lineUrl({ name: "Cursor", path: "/Applications/Cursor.app" }, "/Users/ada/.aws/config", 12);
 * // "cursor://file/Users/ada/.aws/config:12"
 */
export function lineUrl({ name, bundleId }: Application, path: string, line: number): string | undefined {
  const editor = LINE_EDITORS.find(({ bundleIds, names }) =>
    bundleId === undefined ? names.includes(name.toLowerCase()) : bundleIds.includes(bundleId),
  );
  if (path.startsWith("/")) return editor?.url(path, line);
  // C:\Users\ada\.aws\config is /C:/Users/ada/.aws/config in a URL, \\server\home\config is //server/home/config.
  return editor?.isOnWindows ? editor.url(path.replaceAll("\\", "/").replace(/^(?=[a-z]:)/i, "/"), line) : undefined;
}

/** Leaves what divides a path, and the colon of a drive. */
function escapedPath(path: string): string {
  return encodeURIComponent(path)
    .replaceAll("%2F", "/")
    .replace(/^(\/[a-z])%3A(?=\/)/i, "$1:");
}
