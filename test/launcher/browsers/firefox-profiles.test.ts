import { describe, expect, it } from "vitest";
import { firefoxProfiles } from "../../../src/launcher/browsers/firefox-profiles";

const PROFILES_INI = `[Install4F96D1932A9F858E]
Default=Profiles/k2j3.default-release
Locked=1

[Profile1]
Name=default
IsRelative=1
Path=Profiles/a1b2.default
Default=1

[Profile0]
Name=default-release
IsRelative=1
Path=Profiles/k2j3.default-release
StoreID=6a1f
ShowSelector=1

[General]
StartWithLastProfile=1
Version=2
`;

describe("the profiles of Firefox", () => {
  it("are those of the numbered sections, in their order", () => {
    expect(firefoxProfiles(PROFILES_INI)).toEqual(["default-release", "default"]);
  });

  it("are read from a file of Windows as well", () => {
    expect(firefoxProfiles(PROFILES_INI.replaceAll("\n", "\r\n"))).toEqual(["default-release", "default"]);
  });

  it("stand in the order of their numbers, not of their digits", () => {
    expect(firefoxProfiles("[Profile10]\nName=ten\n[Profile9]\nName=nine\n")).toEqual(["nine", "ten"]);
  });

  it.each([
    "client.eu.prod",
    "a#b;c",
    "back\\slash \\; \\\\",
    '"quoted"',
    "'single'",
    "true",
    "null",
    "a=b",
    "[Profile7]",
    "Zürich 日本",
    "with  spaces",
    "__proto__",
  ])("keep the name %j", (name) => {
    expect(firefoxProfiles(`[Profile0]\nName=${name}\nIsRelative=1\nPath=Profiles/x`)).toEqual([name]);
  });

  it.each(["-foreground", "/osint", ""])(
    "leave out the name %j, which Firefox takes for an option or for none",
    (name) => {
      expect(firefoxProfiles(`[Profile0]\nName=${name}\n[Profile1]\nName=other`)).toEqual(["other"]);
    },
  );

  it.each([
    "",
    "no ini",
    "[Profile0]",
    "[Profile0]\nPath=x",
    "[Profile0.a]\nName=x",
    "Profile0=x",
    "[__proto__]\nName=x",
    "[Background]\nName=x",
    "\0\u0001",
  ])("are none in %j", (text) => {
    expect(firefoxProfiles(text)).toEqual([]);
  });
});
