import { format, inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { Secret } from "../../src/aws/secret";

const TEXT = "wJalrXUtnFEMI/K7MDENG";

describe("a secret", () => {
  it("gives its text to who asks for it", () => {
    expect(new Secret(TEXT).reveal()).toBe(TEXT);
  });

  it.each([
    ["a template", (secret: Secret) => `key: ${secret}`],
    ["string concatenation", (secret: Secret) => "key: " + secret],
    ["String()", (secret: Secret) => String(secret)],
    ["JSON", (secret: Secret) => JSON.stringify({ nested: [secret] })],
    ["the console", (secret: Secret) => inspect(secret, { showHidden: true, depth: null })],
    ["a console format", (secret: Secret) => format("%s %o %j", secret, secret, secret)],
    ["a copy of its properties", (secret: Secret) => JSON.stringify([{ ...secret }, Object.entries(secret)])],
    ["a structured clone", (secret: Secret) => inspect(structuredClone(secret))],
    ["an error's message and stack", (secret: Secret) => String(new Error(`refused ${secret}`).stack)],
  ])("stays hidden in %s", (_where, print) => {
    expect(print(new Secret(TEXT))).not.toContain(TEXT);
  });

  it("shows that something is hidden", () => {
    expect(`${new Secret(TEXT)}`).toBe("[secret]");
    expect(JSON.stringify({ key: new Secret(TEXT) })).toBe('{"key":"[secret]"}');
  });
});
