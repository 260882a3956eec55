import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertySeed } from "../../property-seed";
import { configOf } from "../config-of";
import { formatSections, formatSharedConfig, isExpressible } from "./format-shared-config";
import { contentsOf, profilesOf, ssoSessionsOf } from "./sections";

const CREDENTIALS = "~/.aws/credentials";
const SECRETS = ["aws_secret_access_key", "aws_session_token"];
const PARAMETERS = { numRuns: 5000, seed: propertySeed() };

/** Short texts of such pieces: what means something to a parser, and what should mean nothing. */
const textOf = (...pieces: string[]) => fc.string({ unit: fc.constantFrom(...pieces), maxLength: 12 });

const NAMES = fc
  .oneof(
    fc.constantFrom("default", "DEFAULT", "a", "b", "profile a", "sso-session", "__proto__", "constructor", "toString"),
    textOf(..."ab.@:/=#;[]\"' \t\\é本🔑\uFEFF\0"),
  )
  .filter((name) => name !== "" && !(name.includes('"') && name.includes("'")));

const KEYS = fc.oneof(
  fc.constantFrom("region", "s3", "aws_access_key_id", "credential_process", "mfa_process", "__proto__", "constructor"),
  textOf(..."ab_-.%/@+é本1").filter((key) => key !== ""),
);

const VALUES = textOf(..."ab=:#;[]\"' \t\n\n\\é本🔑\uFEFF\0", "\n", "a=", "'", '"');

const SECTIONS = fc.uniqueArray(
  fc.tuple(
    NAMES,
    fc.uniqueArray(
      fc.tuple(KEYS, VALUES).filter(([key, value]) => isExpressible(key, value)),
      { selector: ([key]) => key, maxLength: 5 },
    ),
  ),
  { selector: ([name]) => name, maxLength: 5 },
);

const PROFILES = fc.tuple(SECTIONS, fc.array(VALUES, { maxLength: 4 })).map(([sections, secrets]) =>
  sections.map(([name, values], index): [string, [string, string][]] => {
    const own = SECRETS.map((key, place): [string, string] => [key, secrets[index * SECRETS.length + place] ?? ""]);
    return [name, [...values, ...own.filter(([key, value]) => value !== "" && isExpressible(key, value))]];
  }),
);

type Written = readonly (readonly [name: string, values: readonly (readonly [key: string, value: string])[]])[];

/** What both files together are to say, by the rules of the merge and no parser. */
function merged(config: Written, credentials: Written): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const profiles = new Map(config.map(([name, values]) => [name, new Map(values)]));
  for (const [name, values] of credentials) {
    const profile = profiles.get(name) ?? new Map<string, string>();
    if (values.some(([key]) => key === "aws_access_key_id")) for (const key of SECRETS) profile.delete(key);
    for (const [key, value] of values) profile.set(key, value);
    profiles.set(name, profile);
  }
  return profiles;
}

describe("what is written into the files", () => {
  it("is what is read from them", () => {
    fc.assert(
      fc.property(PROFILES, PROFILES, SECTIONS, (profiles, keys, sessions) => {
        const config = configOf(
          formatSections("profile ", profiles) + formatSections("sso-session ", sessions),
          formatSections("", keys),
        );
        expect(profilesOf(config)).toEqual(merged(profiles, keys));
        expect([...config.profiles.keys()]).toEqual([...merged(profiles, keys).keys()]);
        expect(ssoSessionsOf(config)).toEqual(merged(sessions, []));
        expect(config.diagnostics.filter(({ hint }) => hint !== "Remove the quotes.")).toEqual([]);
      }),
      PARAMETERS,
    );
  });
});

describe("any lines of a config", () => {
  const maybe = (...texts: string[]) => fc.constantFrom("", "", "", ...texts);
  const values = fc.constantFrom(
    "",
    "VALUE",
    '"VALUE"',
    "'VALUE'",
    '"VALUE',
    "VALUE # VALUE",
    "VALUE = VALUE",
    "# VALUE",
  );
  const headers = fc.tuple(
    maybe(" "),
    fc.constantFrom("["),
    maybe("profile ", "profile ", "sso-session ", "services ", "profile"),
    fc.constantFrom("a", "b", '"a"', '"a b"', "a b", "default", "DEFAULT", "__proto__", "", "本番", '"a" "b"'),
    fc.constantFrom("]", "]", "]", "", "]]", "] # VALUE", "] VALUE"),
  );
  const settings = fc.tuple(
    maybe(" ", "  "),
    fc.constantFrom(
      "x",
      "X",
      "y",
      "aws_access_key_id",
      ...SECRETS,
      "aws_security_token",
      "credential_process",
      "a b",
      "",
    ),
    fc.constantFrom("=", " = ", ":", " "),
    values,
  );
  const others = fc.tuple(fc.constantFrom("", " ", "  ", "\t"), values, maybe(" ", "# VALUE"));
  const texts = fc
    .tuple(
      fc.array(
        fc.oneof(headers, settings, others).map((parts) => parts.join("")),
        { maxLength: 40 },
      ),
      fc.constantFrom("\n", "\r\n", "\r"),
    )
    .map(([lines, lineBreak]) => lines.join(lineBreak));

  it("are read as the same once they are written again", () => {
    fc.assert(
      fc.property(texts, texts, (config, credentials) => {
        const read = configOf(config, credentials);
        const written = formatSharedConfig(read, CREDENTIALS);
        expect(contentsOf(configOf(written.config, written.credentials))).toBe(contentsOf(read));
      }),
      PARAMETERS,
    );
  });

  it("are complained about without quoting a value", () => {
    fc.assert(
      fc.property(texts, texts, (config, credentials) => {
        expect(JSON.stringify(configOf(config, credentials).diagnostics)).not.toContain("VALUE");
      }),
      PARAMETERS,
    );
  });
});
