import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { chromiumProfiles } from "../../../src/launcher/browsers/chromium-profiles";
import { missingTools } from "../../required-tools";

/** `Local State` with these profiles, and more of what browsers keep in it. */
function localState(infos: Readonly<Record<string, unknown>>, order?: unknown): string {
  return JSON.stringify({
    background_mode: { enabled: false },
    profile: { info_cache: infos, last_used: "Default", profiles_order: order },
  });
}

describe("the profiles of a Chromium browser", () => {
  it("have the user's names and the browser's order", () => {
    const infos = {
      Default: { name: "Personal", gaia_id: "", user_name: "ada@example.com" },
      "Profile 1": { name: "Work" },
      "Profile 7": { name: 'Client "A&B" 日本' },
    };
    expect(chromiumProfiles(localState(infos, ["Profile 7", "Default", "Profile 1"]))).toEqual([
      { directory: "Profile 7", name: 'Client "A&B" 日本' },
      { directory: "Default", name: "Personal" },
      { directory: "Profile 1", name: "Work" },
    ]);
  });

  it.each([
    ["no order, as older versions write it", undefined, ["Default", "Profile 1"]],
    ["an order without some of them", ["Profile 1"], ["Profile 1", "Default"]],
    ["an order with removed ones", ["Profile 3", "Profile 1", "Default"], ["Profile 1", "Default"]],
    ["an order that is none", { a: 1 }, ["Default", "Profile 1"]],
  ])("are all there with %s", (_, order, directories) => {
    const profiles = chromiumProfiles(localState({ Default: { name: "a" }, "Profile 1": { name: "b" } }, order));
    expect(profiles.map(({ directory }) => directory)).toEqual(directories);
  });

  it("are only those that a user chooses", () => {
    const infos = {
      "Guest Profile": { name: "Guest" },
      "System Profile": { name: "System" },
      "Profile 1": { name: "Child", is_omitted_from_profile_list: true },
      "Profile 2": { name: "Work", is_omitted_from_profile_list: false },
      "Profile 3": "broken",
      "Profile 4": { name: 5 },
    };
    expect(chromiumProfiles(localState(infos))).toEqual([{ directory: "Profile 2", name: "Work" }]);
  });

  it("can be told apart where two share a name, or one has none", () => {
    const infos = { Default: { name: "Work" }, "Profile 1": { name: "Work" }, "Profile 2": { name: "" } };
    expect(chromiumProfiles(localState(infos)).map(({ name }) => name)).toEqual([
      "Work (Default)",
      "Work (Profile 1)",
      "Profile 2",
    ]);
  });

  it.each(["", "{", "null", "[]", '{"profile":[]}', '{"profile":{"info_cache":"x"}}', '{"profile":{}}', "\ufeff{}"])(
    "are none where the file cannot be understood: %j",
    (text) => {
      expect(chromiumProfiles(text)).toEqual([]);
    },
  );
});

describe.skipIf(missingTools("reading what a real Chromium wrote", "chromium").length > 0)("a real Chromium", () => {
  it("is understood, and calls its profile as its folder says", { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "role-chains-chromium-"));
    onTestFinished(() => rm(folder, { recursive: true, maxRetries: 5 }));
    const args = ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${folder}`];
    execFileSync("chromium", [...args, "--profile-directory=Profile 1", "--dump-dom", "about:blank"], {
      stdio: "ignore",
      timeout: 50_000,
    });
    const profiles = chromiumProfiles(await readFile(path.join(folder, "Local State"), "utf8"));
    expect(profiles).toEqual([{ directory: "Profile 1", name: expect.stringMatching(/\S/) }]);
  });
});
