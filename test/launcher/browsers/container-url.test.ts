import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTAINER_COLORS } from "../../../src/launcher/browsers/container-color";
import { CONTAINER_ICONS } from "../../../src/launcher/browsers/container-icon";
import { type ContainerTab, containerUrl } from "../../../src/launcher/browsers/container-url";
import { propertySeed } from "../../property-seed";

const SIGN_IN = "https://signin.aws.amazon.com/federation?Action=login&SigninToken=a%2Bb";

/**
 * As the add-on reads it: Firefox escapes the whole address and puts it behind a `#`, the add-on undoes that and reads
 * a query (`parseOpenerParams` of open-url-in-container).
 */
function asTheAddOnReads(address: string): Record<string, string> {
  const hash = decodeURIComponent(encodeURIComponent(address));
  expect(hash.startsWith("ext+container:")).toBe(true);
  return Object.fromEntries(new URLSearchParams(hash.slice("ext+container:".length)));
}

describe("the address that opens another in a container", () => {
  it.each([
    [{ name: "demo-role2" }, "name=demo-role2"],
    [{ name: "a&b+c" }, "name=a%26b%2Bc"],
    [{ name: "100% = #1" }, "name=100%25%20%3D%20%231"],
    [{ name: "Zürich", color: "turquoise" }, "name=Z%C3%BCrich&color=turquoise"],
    [{ name: "x", icon: "tree" }, "name=x&icon=tree"],
    [{ name: "x", color: "pink", icon: "pet" }, "name=x&color=pink&icon=pet"],
  ] as const)("of %j escapes every field", (container, fields) => {
    expect(containerUrl({ ...container, url: "https://a.b/?c=d&e" })).toBe(
      `ext+container:${fields}&url=https%3A%2F%2Fa.b%2F%3Fc%3Dd%26e`,
    );
  });

  it("is read back as it was meant, whatever the container is called", () => {
    const tab = fc.record<ContainerTab>(
      {
        name: fc.string({ unit: "binary", minLength: 1 }),
        color: fc.constantFrom(...CONTAINER_COLORS),
        icon: fc.constantFrom(...CONTAINER_ICONS),
        url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
      },
      { requiredKeys: ["name", "url"] },
    );
    fc.assert(
      fc.property(tab, (meant) => {
        const address = containerUrl(meant);
        expect(address).toMatch(/^[\x21-\x7e]+$/);
        expect(asTheAddOnReads(address)).toEqual(meant);
      }),
      { numRuns: 1000, seed: propertySeed() },
    );
  });

  it("is refused without a word of it where a name is no text", () => {
    expect(() => containerUrl({ name: "\ud800", url: SIGN_IN })).toThrow(/^URI malformed$/);
  });
});
