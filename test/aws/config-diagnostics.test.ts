import { describe, expect, it } from "vitest";
import { configDiagnostics, diagnosticsReport, warnings } from "../../src/aws/config-diagnostics";
import { listProfiles } from "../../src/aws/profiles/profile-list";
import { configOf } from "./config-of";

const LEFTOVER = "aws_access_key_id = AKIAMID\naws_secret_access_key = s\n";
const role = (name: string, source: string): string =>
  `[profile ${name}]\nrole_arn = arn:aws:iam::111111111111:role/${name}\nsource_profile = ${source}\n`;

/** Two roles behind a third that keys hide, a role that leads nowhere, and a line that is none. */
const config = configOf(
  `${role("mid", "user")}${LEFTOVER}${role("one", "mid")}${role("two", "mid")}${role("lost", "nobody")}oops\n[profile user]`,
);
const entries = listProfiles(config, new Map(), new Date(0));

/** Line, severity and profile of each. */
const lines = (diagnostics: ReturnType<typeof warnings>) =>
  diagnostics.map(({ line, severity, profile }) => [line, severity, profile]);

describe("the diagnostics of a config", () => {
  it("are those of its lines and those of its plans, each once", () => {
    expect(lines(warnings(config, entries))).toEqual([
      [15, "error", undefined],
      [4, "warning", "mid"],
    ]);
  });

  it("end with the profiles that have no plan", () => {
    expect(lines(configDiagnostics(config, entries))).toEqual([
      [15, "error", undefined],
      [4, "warning", "mid"],
      [14, "error", "lost"],
    ]);
  });

  it("tell of a variable once that keeps every profile from opening", () => {
    const wrong = configOf(`${role("one", "user")}${role("two", "user")}[profile user]`, undefined, {
      variables: { AWS_ENDPOINT_URL: "nowhere" },
    });
    const listed = listProfiles(wrong, new Map(), new Date(0));
    expect(listed.map(({ kind }) => kind)).toEqual(["broken", "broken", "broken"]);
    expect(configDiagnostics(wrong, listed)).toHaveLength(1);
  });

  it("are told in a paragraph each", () => {
    expect(diagnosticsReport(configDiagnostics(config, entries)).split("\n\n")).toEqual([
      "~/.aws/config, line 15 (error): The line is neither a section, a setting nor a comment, so it was left out. Write it as key = value, or put # before it.",
      '~/.aws/config, line 4 (warning): The keys of "mid" hide its role_arn (~/.aws/config, line 2) from the profiles behind it, as in every AWS SDK. Remove the keys, if the role is meant.',
      '~/.aws/config, line 14 (error): source_profile of "lost" names "nobody", which is no profile. Correct the name, or add [profile nobody].',
    ]);
  });

  it("name a file as a whole where they are about no line", () => {
    const unreadable = {
      severity: "error",
      file: "~/.aws/credentials",
      message: "It is a folder.",
      hint: "Replace it.",
    } as const;
    expect(diagnosticsReport([unreadable])).toBe("~/.aws/credentials (error): It is a folder. Replace it.");
  });

  it("name a variable where they are about no file, once for all profiles", () => {
    const variables = { AWS_ENDPOINT_URL: "http://aws", AWS_ENDPOINT_URL_STS: "http://sts" };
    const users = configOf("[profile one]\n[profile two]", undefined, { variables });
    expect(
      diagnosticsReport(configDiagnostics(users, listProfiles(users, new Map(), new Date(0)))).split("\n\n"),
    ).toEqual([
      "AWS_ENDPOINT_URL_STS (warning): AWS_ENDPOINT_URL_STS = http://sts is a URL without TLS, so credentials travel unencrypted. Write it with https.",
      "AWS_ENDPOINT_URL (warning): AWS_ENDPOINT_URL = http://aws is a URL without TLS, so credentials travel unencrypted. Write it with https.",
    ]);
  });
});
