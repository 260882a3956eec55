import { type Application } from "@raycast/api";
import { beforeEach, describe, expect, it } from "vitest";
import path from "node:path";
import { editConfig } from "../../src/launcher/edit-config";
import { host } from "../host/host";
import { throwAwayHome } from "./throw-away-home";

const VS_CODE: Application = {
  name: "Visual Studio Code",
  bundleId: "com.microsoft.VSCode",
  path: "/Applications/Visual Studio Code.app",
};
const TEXT_EDIT: Application = {
  name: "TextEdit",
  bundleId: "com.apple.TextEdit",
  path: "/System/Applications/TextEdit.app",
};

let config: string;

beforeEach(async () => {
  host.reset();
  const home = await throwAwayHome();
  await home.write(".aws/config", "[profile demo]\n");
  config = path.join(home.folder, ".aws", "config");
});

const atLine = (line: number) => editConfig({ file: "~/.aws/config", line });

describe("editing the config", () => {
  it.each([
    ["the editor of the preferences, whatever the system has", VS_CODE, [TEXT_EDIT]],
    ["the system's application for the file", undefined, [VS_CODE]],
  ])("goes to the line in %s", async (_, editor, applications) => {
    host.preferences = { ...host.preferences, editor };
    host.applications.push(...applications);
    await atLine(12);
    expect(host.opened).toEqual([{ target: `vscode://file${config}:12`, application: undefined }]);
    expect(host.huds).toEqual([]);
  });

  it.each([
    ["the editor of the preferences", TEXT_EDIT, [VS_CODE], TEXT_EDIT.path],
    ["the system's application for the file", undefined, [TEXT_EDIT], undefined],
    ["a system that knows of no application", undefined, [], undefined],
  ])("says the line where %s takes none", async (_, editor, applications, application) => {
    host.preferences = { ...host.preferences, editor };
    host.applications.push(...applications);
    await atLine(12);
    expect(host.opened).toEqual([{ target: config, application }]);
    expect(host.huds).toEqual(["Go to line 12 of ~/.aws/config"]);
  });

  it("says the line where the editor's URL belongs to nobody", async () => {
    host.preferences = { ...host.preferences, editor: VS_CODE };
    host.cannotOpen = (target) => target.startsWith("vscode:");
    await atLine(12);
    expect(host.opened).toEqual([{ target: config, application: VS_CODE.path }]);
    expect(host.huds).toEqual(["Go to line 12 of ~/.aws/config"]);
  });

  it("takes the path of a program for the application, as some hosts give it", async () => {
    host.preferences = { ...host.preferences, editor: "/usr/bin/codium" };
    await atLine(12);
    expect(host.opened).toEqual([{ target: `vscodium://file${config}:12`, application: undefined }]);
  });

  it.each([
    ["the first line, which is in sight", { file: "~/.aws/config", line: 1 }],
    ["the file as a whole", { file: "~/.aws/config" }],
  ])("says nothing of %s", async (_, place) => {
    await editConfig(place);
    expect(host.opened).toEqual([{ target: config, application: undefined }]);
    expect(host.huds).toEqual([]);
  });
});

describe("a config that cannot be edited", () => {
  it("is missed where it is not there any more", async () => {
    await editConfig({ file: "~/.aws/gone", line: 12 });
    expect(host.opened).toEqual([]);
    expect(host.visibleToast).toMatchObject({
      title: "No File at ~/.aws/gone",
      message: "It was moved or removed, or the path is wrong. Put it there, or correct the path in the preferences.",
    });
  });

  it.each([
    [undefined, "The system has no application for it. Choose an editor in the preferences."],
    [TEXT_EDIT, "TextEdit does not open it. Choose another editor in the preferences."],
  ])("leads to the preferences", async (editor, message) => {
    host.preferences = { ...host.preferences, editor };
    host.cannotOpen = () => true;
    await atLine(12);
    const toast = host.visibleToast;
    expect(toast).toMatchObject({ title: "Cannot Open ~/.aws/config", message });
    if (toast) toast.primaryAction?.onAction(toast);
    expect(host.preferencesOpened).toBe(true);
  });
});
