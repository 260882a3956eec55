import { describe, expect, it } from "vitest";
import { isIdentifier, readSectionHeader } from "../../../src/aws/shared-config/section-header";

const LONG = "x".repeat(5000);

describe("a header of the config file", () => {
  it.each([
    ["without a type", "default", "default", false],
    ["with a type", "profile default", "default", true],
  ])("names the default profile %s", (_, header, name, isPrefixed) => {
    expect(readSectionHeader(header, "config")).toEqual({ kind: "profile", name, isPrefixed });
  });

  it.each([
    ["as it is", "profile demo", "demo"],
    ["behind a tab", "profile\tdemo", "demo"],
    ["behind several blanks", "profile   demo", "demo"],
    ["with a dot", "profile dev.eu", "dev.eu"],
    ["like an e-mail address", "profile me@example.com", "me@example.com"],
    ["with every character that the specification lists", "profile a-b_c/d.e%f@g:h+1", "a-b_c/d.e%f@g:h+1"],
    ["with the case it has", "profile Demo", "Demo"],
    ["like the word for a type", "profile profile", "profile"],
    ["like the profile of Python's parser", "profile DEFAULT", "DEFAULT"],
    ["in Latin letters with accents", "profile prod-é", "prod-é"],
    ["with an accent of its own character", "profile cafe\u0301", "cafe\u0301"],
    ["in Japanese", "profile 本番環境", "本番環境"],
    ["in Russian", "profile Прод", "Прод"],
    ["in Arabic", "profile إنتاج", "إنتاج"],
    ["in Hindi, with vowel signs", "profile हिन्दी", "हिन्दी"],
    ["in letters beyond the basic plane", "profile 𝐩𝐫𝐨𝐝", "𝐩𝐫𝐨𝐝"],
    ["in digits of another script", "profile ٣", "٣"],
    ["of thousands of characters", `profile ${LONG}`, LONG],
    ["like properties of every object", "profile __proto__", "__proto__"],
    ["like the constructor of every object", "profile constructor", "constructor"],
    ["like a method of every object", "profile toString", "toString"],
    ["in double quotes", 'profile "demo"', "demo"],
    ["in single quotes", "profile 'demo'", "demo"],
    ["in quotes, with a blank", 'profile "two words"', "two words"],
    ["in quotes, with the other quotes", `profile "o'brien"`, "o'brien"],
    ["in quotes, with brackets", 'profile "a]b[c"', "a]b[c"],
    ["in quotes, with blanks around", 'profile " a "', " a "],
    ["in quotes, with an emoji", 'profile "🔑"', "🔑"],
  ])("names a profile %s", (_, header, name) => {
    expect(readSectionHeader(header, "config")).toEqual({ kind: "profile", name, isPrefixed: true });
  });

  it.each([
    ["sso-session corp", "corp"],
    ['sso-session "two words"', "two words"],
    ["sso-session\tcorp", "corp"],
  ])("names a session of IAM Identity Center: %s", (header, name) => {
    expect(readSectionHeader(header, "config")).toEqual({ kind: "sso-session", name });
  });

  it.each([
    ["services local", "local"],
    ['services "two words"', "two words"],
  ])("names settings of single services: %s", (header, name) => {
    expect(readSectionHeader(header, "config")).toEqual({ kind: "services", name });
  });

  it.each(["plugins", "preview"])("is for others: %s", (header) => {
    expect(readSectionHeader(header, "config")).toEqual({ kind: "other" });
  });

  it.each([
    ["with a blank", "profile two words", "profile", "two words"],
    ["with a character that the specification does not list", "profile foo!bar", "profile", "foo!bar"],
    ["with an emoji", "profile 🔑", "profile", "🔑"],
    ["with a control character", "profile a\0b", "profile", "a\0b"],
    ["of empty quotes", 'profile ""', "profile", '""'],
    ["of two quoted words", 'profile "a" "b"', "profile", '"a" "b"'],
    ["with text behind the quotes", 'profile "a"b', "profile", '"a"b'],
    ["of a session", "sso-session two words", "sso-session", "two words"],
    ["of services", "services two words", "services", "two words"],
    ["of thousands of characters", `profile ${LONG} ${LONG}`, "profile", `${LONG} ${LONG}`],
  ])("has a name that is not allowed: %s", (_, header, type, name) => {
    expect(readSectionHeader(header, "config")).toEqual({ kind: "invalid-name", type, name });
  });

  it.each([
    ["nothing", ""],
    ["a type without a name", "profile"],
    ["a type that runs into the name", "profilefoo"],
    ["a type with a typing error", "sso-sesion foo"],
    ["a type in upper case", "Profile foo"],
    ["a name alone, as in the credentials file", "foo"],
    ["the default profile in mixed case", "Default"],
    ["a quoted default", '"default"'],
    ["another separator than a blank", "profile.foo"],
    ["a type of which there is none", "toString foo"],
  ])("means nothing: %s", (_, header) => {
    expect(readSectionHeader(header, "config")).toEqual({ kind: "unknown" });
  });
});

describe("a header of the credentials file", () => {
  it.each([
    ["default", "default"],
    ["demo", "demo"],
    ["profile", "profile"],
    ["profilefoo", "profilefoo"],
    ["sso-sessionfoo", "sso-sessionfoo"],
    ["services", "services"],
    ["plugins", "plugins"],
    ["本番", "本番"],
    ["__proto__", "__proto__"],
    ['"two words"', "two words"],
    ['"profile foo"', "profile foo"],
    ['"DEFAULT"', "DEFAULT"],
  ])("names a profile without its type: %s", (header, name) => {
    expect(readSectionHeader(header, "credentials")).toEqual({ kind: "profile", name, isPrefixed: false });
  });

  it.each(["profile", "sso-session", "services"])("belongs in the config file: %s foo", (type) => {
    expect(readSectionHeader(`${type} foo`, "credentials")).toEqual({ kind: "wrong-file", type });
    expect(readSectionHeader(`${type} two words`, "credentials")).toEqual({ kind: "wrong-file", type });
  });

  it("may be of thousands of characters", () => {
    expect(readSectionHeader(LONG, "credentials")).toEqual({ kind: "profile", name: LONG, isPrefixed: false });
  });

  it.each(["", "two words", "foo!bar", '"', '"a" "b"'])("has a name that is not allowed: %s", (name) => {
    expect(readSectionHeader(name, "credentials")).toEqual({ kind: "invalid-name", type: "profile", name });
  });
});

it.each(["config", "credentials"] as const)("[DEFAULT] is what Python's parser makes of it in the %s file", (file) => {
  expect(readSectionHeader("DEFAULT", file)).toEqual({ kind: "python-default" });
});

it.each([
  ["a", true],
  ["", false],
  [" ", false],
  ["a b", false],
  ["a\n", false],
  ["a=b", false],
  ["a]b", false],
  ['"a"', false],
  ["\uFFFD", false],
  ["\uD83D", false],
])("%j as a name without quotes: %s", (text, is) => {
  expect(isIdentifier(text)).toBe(is);
});
