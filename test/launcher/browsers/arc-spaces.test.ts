import { describe, expect, it } from "vitest";
import { arcSpaces } from "../../../src/launcher/browsers/arc-spaces";

const LOCAL_STATE = JSON.stringify({
  profile: { info_cache: { Default: { name: "Personal" }, "Profile 1": { name: "Acme" } } },
});

const inProfile = (directoryBasename: string) => ({ custom: { _0: { directoryBasename, machineID: "m" } } });

/** As Arc writes it: a container of something else, then one with Spaces, each after its identifier. */
function sidebar(...spaces: readonly unknown[]): string {
  const entries = spaces.flatMap((space, index) => [`id-${index}`, space]);
  return JSON.stringify({ version: 1, sidebar: { containers: [{ global: {} }, { spaces: entries, items: [] }] } });
}

describe("the Spaces of Arc", () => {
  it("have the names of their profiles", () => {
    const text = sidebar(
      { id: "id-0", title: "Home", profile: { default: true } },
      { id: "id-1", title: "Work", profile: inProfile("Profile 1") },
      { id: "id-2", title: "New", profile: inProfile("Profile 2") },
      { id: "id-3", title: "Old" },
    );
    expect(arcSpaces(text, LOCAL_STATE)).toEqual([
      { space: "Home", profile: "Personal" },
      { space: "Work", profile: "Acme" },
      { space: "New", profile: "Profile 2" },
      { space: "Old", profile: "Personal" },
    ]);
  });

  it("are those that a script can name: with a title, and the first of it", () => {
    const text = sidebar({ title: "" }, { title: "Work" }, { title: "Work", profile: inProfile("Profile 1") }, {});
    expect(arcSpaces(text, LOCAL_STATE)).toEqual([{ space: "Work", profile: "Personal" }]);
  });

  it("are there without the names of profiles", () => {
    expect(arcSpaces(sidebar({ title: "Home" }), "")).toEqual([{ space: "Home", profile: "Default" }]);
  });

  it.each([
    "",
    "{",
    "[]",
    '{"sidebar":{}}',
    '{"sidebar":{"containers":{}}}',
    '{"sidebar":{"containers":[1,{"spaces":1}]}}',
  ])("are none where the file cannot be understood: %j", (text) => {
    expect(arcSpaces(text, LOCAL_STATE)).toEqual([]);
  });
});
