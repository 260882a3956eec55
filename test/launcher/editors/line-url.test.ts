import { type Application } from "@raycast/api";
import { describe, expect, it } from "vitest";
import { lineUrl } from "../../../src/launcher/editors/line-url";

const onMacOS = (name: string, bundleId: string): Application => ({
  name,
  bundleId,
  path: `/Applications/${name}.app`,
});
const elsewhere = (name: string): Application => ({ name, path: name });

const VS_CODE = onMacOS("Visual Studio Code", "com.microsoft.VSCode");
const BBEDIT = onMacOS("BBEdit", "com.barebones.bbedit");
const NOVA = onMacOS("Nova", "com.panic.Nova");
const ZED = onMacOS("Zed", "dev.zed.Zed");

describe("a line of a file", () => {
  it.each([
    [VS_CODE, "vscode://file/Users/ada/.aws/config:12"],
    [
      onMacOS("Visual Studio Code - Insiders", "com.microsoft.VSCodeInsiders"),
      "vscode-insiders://file/Users/ada/.aws/config:12",
    ],
    [onMacOS("VSCodium", "com.vscodium"), "vscodium://file/Users/ada/.aws/config:12"],
    [onMacOS("Cursor", "com.todesktop.230313mzl4w4u92"), "cursor://file/Users/ada/.aws/config:12"],
    [ZED, "zed://file/Users/ada/.aws/config:12"],
    [onMacOS("Zed Preview", "dev.zed.Zed-Preview"), "zed://file/Users/ada/.aws/config:12"],
    [onMacOS("TextMate", "com.macromates.TextMate"), "txmt://open?url=file:///Users/ada/.aws/config&line=12"],
    [BBEDIT, "x-bbedit://open?url=file:///Users/ada/.aws/config&line=12"],
    [onMacOS("MacVim", "org.vim.MacVim"), "mvim://open?url=file:///Users/ada/.aws/config&line=12"],
    [NOVA, "nova://open?path=/Users/ada/.aws/config&line=12"],
  ])("is given to $name as its makers say", (application, url) => {
    expect(lineUrl(application, "/Users/ada/.aws/config", 12)).toBe(url);
  });

  it.each([
    onMacOS("TextEdit", "com.apple.TextEdit"),
    onMacOS("Sublime Text", "com.sublimetext.4"),
    onMacOS("Visual Studio Code", "com.example.imitation"),
    elsewhere("gedit"),
  ])("cannot be given to $name $bundleId", (application) => {
    expect(lineUrl(application, "/Users/ada/.aws/config", 12)).toBeUndefined();
  });
});

describe("an application without a bundle id", () => {
  it.each(["Visual Studio Code", "code", "Code"])("is known by its name or program: %s", (name) => {
    expect(lineUrl(elsewhere(name), "/home/ada/.aws/config", 3)).toBe("vscode://file/home/ada/.aws/config:3");
  });
});

describe("a path", () => {
  it.each([
    ["a blank", "/a b", "vscode://file/a%20b:1", "nova://open?path=/a%20b&line=1"],
    ["a number sign", "/a#b", "vscode://file/a%23b:1", "nova://open?path=/a%23b&line=1"],
    ["a question mark", "/a?b", "vscode://file/a%3Fb:1", "nova://open?path=/a%3Fb&line=1"],
    ["an ampersand", "/a&b", "vscode://file/a%26b:1", "nova://open?path=/a%26b&line=1"],
    ["a plus sign", "/a+b", "vscode://file/a%2Bb:1", "nova://open?path=/a%2Bb&line=1"],
    ["a percent sign", "/a%20b", "vscode://file/a%2520b:1", "nova://open?path=/a%2520b&line=1"],
    ["a letter beyond ASCII", "/é", "vscode://file/%C3%A9:1", "nova://open?path=/%C3%A9&line=1"],
    ["a character beyond 16 bits", "/🗝", "vscode://file/%F0%9F%97%9D:1", "nova://open?path=/%F0%9F%97%9D&line=1"],
    ["a backslash of POSIX", "/a\\b", "vscode://file/a%5Cb:1", "nova://open?path=/a%5Cb&line=1"],
  ])("with %s arrives whole", (_, path, ofVsCode, ofNova) => {
    expect(lineUrl(VS_CODE, path, 1)).toBe(ofVsCode);
    expect(lineUrl(NOVA, path, 1)).toBe(ofNova);
    const escapedTwice = new URL(lineUrl(BBEDIT, path, 1) ?? "").searchParams.get("url") ?? "";
    expect(decodeURIComponent(new URL(escapedTwice).pathname)).toBe(path);
  });

  it.each([
    ["C:\\Users\\ada lovelace\\.aws\\config", "vscode://file/C:/Users/ada%20lovelace/.aws/config:12"],
    ["c:/Users/ada/.aws/config", "vscode://file/c:/Users/ada/.aws/config:12"],
    ["\\\\server\\home\\ada\\.aws\\config", "vscode://file//server/home/ada/.aws/config:12"],
  ])("of Windows is written with slashes: %s", (path, url) => {
    expect(lineUrl(elsewhere("Visual Studio Code"), path, 12)).toBe(url);
  });

  it("of Windows is not given to an editor of which nobody says what it makes of it", () => {
    expect(lineUrl(elsewhere("Zed"), "C:\\Users\\ada\\.aws\\config", 12)).toBeUndefined();
  });
});
