import { describe, expect, it } from "vitest";
import { describeProblem } from "../../src/aws/describe-problem";
import { type ProblemDescription } from "../../src/aws/problem-description";
import { type PlanProblem } from "../../src/aws/chain/plan/plan-problem";
import { isProblem, type Problem, ProblemError } from "../../src/aws/problem";

const PLACE = { file: "~/.aws/config", line: 15 };
const USER_SESSION = { kind: "user-session", source: "demo-user" } as const;
const SECOND_ROLE = { kind: "role", number: 2, of: 3, roleArn: "arn:aws:iam::333333333333:role/C" } as const;
const STORED_KEY = { kind: "stored-key", profile: "demo-user", rule: "no-source-named" } as const;
const SERIAL = "arn:aws:iam::111111111111:mfa/demo-user";

/** One problem of every kind, and what is said of it. A kind that is missing here does not compile. */
const PROBLEMS: {
  readonly [K in Exclude<Problem, PlanProblem>["kind"]]: readonly [Extract<Problem, { kind: K }>, ProblemDescription];
} = {
  "no-config": [
    { kind: "no-config", file: "/home/ada/.aws/config" },
    {
      title: "No AWS Config",
      sentence:
        "There is no AWS config at /home/ada/.aws/config. Create it with a [profile …] section for each role you use.",
      remedy: { kind: "try-again" },
    },
  ],
  "config-unreadable": [
    { kind: "config-unreadable", file: "/home/ada/.aws/config", reason: "permission denied" },
    {
      title: "Config Cannot Be Read",
      sentence:
        "/home/ada/.aws/config cannot be read (permission denied). Make it an ordinary file that you may read, or name another in the preferences, then reload.",
      remedy: { kind: "try-again" },
    },
  ],
  "destination-changed": [
    { kind: "destination-changed", profile: "demo", role: { roleName: "B", accountId: "222222222222" } },
    {
      title: "Destination Changed",
      sentence:
        '"demo" now leads to B in 222222222222: the files were edited since it was shown. Nothing was opened; look at its row, then open it again.',
      remedy: { kind: "none" },
    },
  ],
  "key-store-unavailable": [
    { kind: "key-store-unavailable", profile: "demo", reason: "no session bus" },
    {
      title: "Key Store Not Available",
      sentence:
        'The key of "demo" is out of reach: the key store of the operating system does not answer (no session bus). Unlock it, or start its service, then try again.',
      remedy: { kind: "try-again" },
    },
  ],
  "no-access-key": [
    { kind: "no-access-key", profile: "demo", source: "demo-user" },
    {
      title: "No Access Key",
      sentence: 'No access key is stored for "demo-user", which "demo" starts from. Store it with Add Access Key.',
      remedy: { kind: "add-access-key", profile: "demo-user" },
    },
  ],
  "process-failed": [
    {
      kind: "process-failed",
      profile: "demo",
      source: "tool",
      reason: "it ended with exit code 1: please log in",
      ...PLACE,
    },
    {
      title: "Command Gave No Key",
      sentence:
        'credential_process of "tool" (~/.aws/config, line 15), which "demo" starts from, gave no key: it ended with exit code 1: please log in. Run it in a terminal to see more, then try again.',
      remedy: { kind: "edit-config", ...PLACE },
    },
  ],
  "key-refused": [
    { kind: "key-refused", profile: "demo", source: STORED_KEY },
    {
      title: "Access Key Refused",
      sentence:
        'AWS does not accept the access key of "demo-user", which "demo" starts from. Store the current one with Add Access Key.',
      remedy: { kind: "add-access-key", profile: "demo-user" },
    },
  ],
  "key-expired": [
    {
      kind: "key-expired",
      profile: "demo",
      source: {
        kind: "file-key",
        profile: "pasted",
        rule: "only-source",
        accessKeyId: "ASIAEXAMPLE",
        lifetime: "temporary",
        ...PLACE,
      },
    },
    {
      title: "Temporary Key Expired",
      sentence:
        'The temporary key of "pasted" (~/.aws/config, line 15), which "demo" starts from, has expired. Replace it, or remove it to use the profile\'s own way.',
      remedy: { kind: "edit-config", ...PLACE },
    },
  ],
  "key-replaced": [
    { kind: "key-replaced", profile: "demo", source: "demo-user" },
    {
      title: "Access Key Replaced",
      sentence:
        'The access key of "demo-user" was replaced while "demo" was opened, so what the old one gave was not kept. Open it again.',
      remedy: { kind: "try-again" },
    },
  ],
  "code-refused": [
    { kind: "code-refused", profile: "demo", serial: SERIAL },
    {
      title: "Code Refused",
      sentence:
        'AWS refused the code of arn:aws:iam::111111111111:mfa/demo-user for "demo". It was mistyped or used before: enter it again, or wait for the next.',
      remedy: { kind: "try-again" },
    },
  ],
  "code-spent": [
    { kind: "code-spent", profile: "demo", serial: SERIAL, freshAt: new Date("2026-11-25T12:00:30Z") },
    {
      title: "Code Used Before",
      sentence:
        'This code of arn:aws:iam::111111111111:mfa/demo-user was sent before, and AWS takes each once. Enter the next one to open "demo".',
      remedy: { kind: "try-again" },
    },
  ],
  "device-changed": [
    { kind: "device-changed", profile: "demo", serial: SERIAL },
    {
      title: "Another MFA Device",
      sentence:
        'The files now name the MFA device arn:aws:iam::111111111111:mfa/demo-user for "demo". The code was not sent: run the command again.',
      remedy: { kind: "none" },
    },
  ],
  "device-refused": [
    { kind: "device-refused", profile: "demo", serial: SERIAL, declaredBy: "demo-user", ...PLACE },
    {
      title: "MFA Device Refused",
      sentence:
        'The MFA device arn:aws:iam::111111111111:mfa/demo-user, named by "demo-user" (~/.aws/config, line 15), is not one of the user behind "demo". Correct mfa_serial.',
      remedy: { kind: "edit-config", ...PLACE },
    },
  ],
  "role-refused": [
    {
      kind: "role-refused",
      profile: "demo",
      hop: SECOND_ROLE,
      roleProfile: "demo-role2",
      accountId: "333333333333",
      hasExternalId: false,
      mfa: "not-carried-on",
      ...PLACE,
    },
    {
      title: "Role Refused",
      sentence:
        'Hop 2 of 3 (arn:aws:iam::333333333333:role/C) of "demo" was refused: the role does not exist, it does not trust the caller, it wants MFA, which AWS does not carry on from role to role, or it wants an external_id. Check role_arn of "demo-role2" (~/.aws/config, line 15), or ask the owner of account 333333333333.',
      remedy: { kind: "edit-config", ...PLACE },
    },
  ],
  "duration-refused": [
    {
      kind: "duration-refused",
      profile: "demo",
      hop: SECOND_ROLE,
      roleProfile: "demo-role2",
      askedSeconds: 14_400,
      ...PLACE,
    },
    {
      title: "Session Too Long",
      sentence:
        'Hop 2 of 3 (arn:aws:iam::333333333333:role/C) of "demo" allows no session of 14400 seconds. Enter the next code for one of an hour, or correct duration_seconds of "demo-role2" (~/.aws/config, line 15).',
      remedy: { kind: "edit-config", ...PLACE },
    },
  ],
  "region-disabled": [
    {
      kind: "region-disabled",
      profile: "demo",
      hop: SECOND_ROLE,
      region: "eu-south-2",
      otherRegion: "us-east-1",
      from: { kind: "profile", declaredBy: "demo", ...PLACE },
    },
    {
      title: "Region Not Active",
      sentence:
        'STS is not active in eu-south-2 for the account that signs hop 2 of 3 (arn:aws:iam::333333333333:role/C) of "demo". The next code goes to us-east-1. Write another region into "demo" (~/.aws/config, line 15), or ask the account\'s owner to activate it.',
      remedy: { kind: "edit-config", ...PLACE },
    },
  ],
  "sts-throttled": [
    { kind: "sts-throttled", profile: "demo", hop: USER_SESSION },
    {
      title: "AWS Is Busy",
      sentence:
        'AWS takes no more calls for now, so the session of "demo-user" for "demo" was not made. Wait a minute, then try again, with the next code where one is asked for.',
      remedy: { kind: "try-again" },
    },
  ],
  "session-expired": [
    { kind: "session-expired", profile: "demo", hop: SECOND_ROLE },
    {
      title: "Session Expired",
      sentence:
        'AWS no longer takes the session that signs hop 2 of 3 (arn:aws:iam::333333333333:role/C) of "demo". Use Forget Session, then open again.',
      remedy: { kind: "try-again" },
    },
  ],
  "clock-skew": [
    { kind: "clock-skew", profile: "demo" },
    {
      title: "Clock Is Wrong",
      sentence:
        'This machine\'s clock is more than 15 minutes off, so AWS refused "demo". The difference is now allowed for: try again, with the next code where one is asked for, and set the clock.',
      remedy: { kind: "try-again" },
    },
  ],
  "sts-refused": [
    { kind: "sts-refused", profile: "demo", hop: USER_SESSION, code: "ValidationError" },
    {
      title: "AWS Refused",
      sentence:
        'AWS refused the session of "demo-user" for "demo" with ValidationError. Try again; if it stays, look the code up in the STS API reference.',
      remedy: { kind: "try-again" },
    },
  ],
  "sts-unreachable": [
    {
      kind: "sts-unreachable",
      profile: "demo",
      hop: SECOND_ROLE,
      region: "eu-west-1",
      endpoint: undefined,
      failure: { cause: "timeout", reason: "ETIMEDOUT" },
      hasCode: false,
    },
    {
      title: "No Answer in Time",
      sentence:
        'STS in eu-west-1 did not answer in time (ETIMEDOUT), so hop 2 of 3 (arn:aws:iam::333333333333:role/C) of "demo" was not made. Check network and VPN, then try again.',
      remedy: { kind: "try-again" },
    },
  ],
  "broken-proxy": [
    { kind: "broken-proxy", chosenBy: "preference", reason: "it is no URL" },
    {
      title: "Proxy Cannot Be Used",
      sentence:
        "The proxy named by the HTTPS Proxy preference cannot be used: it is no URL. Write it as http://host:port, or leave it empty.",
      remedy: { kind: "try-again" },
    },
  ],
  "ca-bundle-unreadable": [
    { kind: "ca-bundle-unreadable", file: "~/company.pem", reason: "it does not exist" },
    {
      title: "CA Bundle Cannot Be Read",
      sentence:
        "The certificate authorities in ~/company.pem cannot be read (it does not exist). Correct ca_bundle or AWS_CA_BUNDLE, or remove it to trust the usual ones, then try again.",
      remedy: { kind: "try-again" },
    },
  ],
  "federation-denied": [
    {
      kind: "federation-denied",
      profile: "demo",
      source: "demo",
      isExplicit: true,
      roleProfiles: ["a", "b", "c", "d", "e"],
    },
    {
      title: "User Has No Console",
      sentence:
        'A policy denies the user of "demo" a console, as those do that want MFA: GetFederationToken, the call behind it, takes no code. Open a role behind it: a, b, c, 2 more.',
      remedy: { kind: "show-profiles", profiles: ["a", "b", "c", "d", "e"] },
    },
  ],
  "destination-refused": [
    { kind: "destination-refused", profile: "demo", host: "evil.example", consoleDomain: "console.aws.amazon.com" },
    {
      title: "Not a Console Address",
      sentence:
        'evil.example is not in the console of "demo", so nothing was opened. Paste one that begins with https:// and whose host ends with console.aws.amazon.com.',
      remedy: { kind: "none" },
    },
  ],
  "link-outdated": [
    { kind: "link-outdated", profile: "demo", place: "worklink" },
    {
      title: "Quicklink Out of Date",
      sentence:
        'The quicklink of "demo" leads to worklink, which its console does not have. Nothing was opened; delete it and create another at the place you mean.',
      remedy: { kind: "none" },
    },
  ],
  "unwritable-credentials": [
    { kind: "unwritable-credentials", profile: "demo", format: ".env File", part: "AWS_SESSION_TOKEN" },
    {
      title: "Not Copied in This Format",
      sentence:
        'The credentials of "demo" cannot be written as .env File: it has no spelling for AWS_SESSION_TOKEN. Nothing was copied; copy them in another format.',
      remedy: { kind: "none" },
    },
  ],
  "no-long-console": [
    { kind: "no-long-console", profile: "demo" },
    {
      title: "No Twelve Hours",
      sentence:
        'AWS gives "demo" no console of twelve hours: only a role that a user\'s own key assumes gets one. Use Open Console, which lasts as long as AWS allows.',
      remedy: { kind: "none" },
    },
  ],
  "sign-in-refused": [
    { kind: "sign-in-refused", profile: "demo", isMadeHere: true },
    {
      title: "Sign-In Refused",
      sentence: 'AWS made the session of "demo" but refused it at sign-in. Use Forget Session, then open again.',
      remedy: { kind: "try-again" },
    },
  ],
  "session-of-user": [
    { kind: "session-of-user", profile: "demo" },
    {
      title: "User Session Opens No Console",
      sentence:
        "The session of \"demo\" is an IAM user's, and AWS opens a console for a role's or with the user's own key. Open a role behind it, or a profile with that key.",
      remedy: { kind: "none" },
    },
  ],
  "browser-unavailable": [
    {
      kind: "browser-unavailable",
      profile: "demo",
      browser: "Google Chrome · Work",
      failure: { kind: "profile-gone" },
    },
    {
      title: "No Browser Opened",
      sentence:
        'The console of "demo" was not opened in Google Chrome · Work: that profile is not there any more. Choose another with Open in Browser…, or use Copy Sign-In URL.',
      remedy: { kind: "none" },
    },
  ],
  "sign-in-unreachable": [
    {
      kind: "sign-in-unreachable",
      profile: "demo",
      host: "signin.aws.amazon.com",
      failure: { cause: "server-error", reason: "HTTP 503" },
    },
    {
      title: "Server Error",
      sentence:
        'signin.aws.amazon.com failed (HTTP 503), so the console of "demo" was not opened. Try again in a minute; if it stays, look at the AWS Health Dashboard.',
      remedy: { kind: "try-again" },
    },
  ],
};

const EXAMPLES: [Problem["kind"], Problem][] = Object.values(PROBLEMS).map(([problem]) => [problem.kind, problem]);

/** Words that title case leaves small, unless they come first. */
const SMALL_WORDS = /^(?:a|an|and|in|is|no|not|of|or|the|to)$/;

describe("a problem is told", () => {
  it.each(Object.values(PROBLEMS).map(([problem, description]) => [problem.kind, problem, description] as const))(
    "in its words: %s",
    (_kind, problem, description) => {
      expect(describeProblem(problem)).toEqual(description);
    },
  );

  it("with the other cause where an external id was sent and refused", () => {
    const [refused] = PROBLEMS["role-refused"];
    expect(describeProblem({ ...refused, hasExternalId: true }).sentence).toContain(
      ", or it does not take this external_id.",
    );
  });

  it("with where to renew a session that was not made here", () => {
    const [refused] = PROBLEMS["sign-in-refused"];
    expect(describeProblem({ ...refused, isMadeHere: false }).sentence).toBe(
      'AWS refused the session of "demo" at sign-in: it is over, or of another partition. Renew it where it comes from, then open again.',
    );
  });

  it("with the missing permission where no policy denies a user its console", () => {
    const [denied] = PROBLEMS["federation-denied"];
    expect(describeProblem({ ...denied, isExplicit: false, roleProfiles: [] })).toEqual({
      title: "User Has No Console",
      sentence:
        'The user of "demo" may open no console, or only with MFA: GetFederationToken, the call behind it, needs a permission and takes no code. Add a profile with role_arn and source_profile = demo, and open that.',
      remedy: { kind: "none" },
    });
  });

  it.each([
    [{ kind: "not-installed" }, "it was not found"],
    [{ kind: "not-opened", reason: "it ended with exit code 1" }, "it ended with exit code 1"],
  ] as const)("with what the browser failed by: %j", (failure, text) => {
    const [unavailable] = PROBLEMS["browser-unavailable"];
    expect(describeProblem({ ...unavailable, failure }).sentence).toContain(
      `was not opened in Google Chrome · Work: ${text}. Choose`,
    );
  });

  it("with the endpoint where it is not the region's own", () => {
    const [unreachable] = PROBLEMS["sts-unreachable"];
    expect(describeProblem({ ...unreachable, endpoint: "https://sts.corp.example" }).sentence).toMatch(
      /^STS at https:\/\/sts\.corp\.example did not answer in time/,
    );
  });

  it("without the name of the profile twice", () => {
    const [unreachable] = PROBLEMS["sts-unreachable"];
    const hop = { kind: "user-session", source: "demo" } as const;
    expect(describeProblem({ ...unreachable, hop }).sentence).toContain('so the session of "demo" was not made.');
  });

  it("with the account's owner where the region is the partition's own", () => {
    const [disabled] = PROBLEMS["region-disabled"];
    expect(describeProblem({ ...disabled, otherRegion: undefined, from: { kind: "partition" } })).toMatchObject({
      sentence: expect.stringMatching(/ Ask the account's owner to activate it\.$/),
      remedy: { kind: "none" },
    });
  });

  it.each([
    ["timeout", true, / Check network and VPN, then try again\. AWS may have taken the code: use a new code\.$/],
    ["host-not-found", true, /HTTPS Proxy preference\.$/],
    ["timeout", false, /then try again\.$/],
  ] as const)("with the code that is gone, where one was sent that may have arrived: %s, %s", (cause, hasCode, end) => {
    const [unreachable] = PROBLEMS["sts-unreachable"];
    expect(describeProblem({ ...unreachable, failure: { cause, reason: "E" }, hasCode }).sentence).toMatch(end);
  });

  it.each([
    ["none", "it does not trust the caller, it wants MFA and no mfa_serial is named, or it wants an external_id."],
    ["proved", "it does not trust the caller, or it wants an external_id."],
    ["unknown", "it wants MFA, which the session that a command printed may lack, or it wants an external_id."],
  ] as const)("without the causes that it cannot have: MFA %s", (mfa, causes) => {
    const [refused] = PROBLEMS["role-refused"];
    expect(describeProblem({ ...refused, mfa }).sentence).toContain(causes);
  });
});

it("names the variable that names a proxy that cannot be used", () => {
  const [broken] = PROBLEMS["broken-proxy"];
  expect(describeProblem({ ...broken, chosenBy: "ALL_PROXY" }).sentence).toContain("The proxy named by ALL_PROXY ");
});

describe("a problem of the config", () => {
  const partial = { kind: "partial-key", profile: "user", missing: "aws_secret_access_key", ...PLACE } as const;

  it("is said with its place and the way out", () => {
    expect(describeProblem(partial)).toEqual({
      title: "Half an Access Key",
      sentence: '"user" has no aws_secret_access_key (~/.aws/config, line 15). Add it, or remove the other half.',
      remedy: { kind: "edit-config", ...PLACE },
    });
  });

  it("names the profile that was to be opened beside the one to correct", () => {
    expect(describeProblem({ ...partial, selected: "demo" }).sentence).toBe(
      '"user" has no aws_secret_access_key (~/.aws/config, line 15). "demo" starts from "user". Add it, or remove the other half.',
    );
  });

  it("has no place where no file has the profile", () => {
    expect(describeProblem({ kind: "unknown-profile", profile: "demo" })).toEqual({
      title: "Unknown Profile",
      sentence: 'No profile is called "demo". Choose one of the list, or add [profile demo] to the config.',
      remedy: { kind: "none" },
    });
  });

  it("has none either where a variable is wrong", () => {
    const variable = "AWS_ENDPOINT_URL";
    expect(describeProblem({ kind: "broken-endpoint-variable", profile: "demo", variable, value: "aws" })).toEqual({
      title: "Broken Endpoint",
      sentence:
        'The environment variable AWS_ENDPOINT_URL is "aws", which is no URL to send calls to. Set it to a URL like https://sts.example.com, or unset it.',
      remedy: { kind: "none" },
    });
  });
});

describe("every problem", () => {
  it.each(EXAMPLES)("has a title in title case: %s", (_kind, problem) => {
    const [first, ...others] = describeProblem(problem).title.split(/[ -]/);
    expect(first).toMatch(/^[A-Z]/);
    for (const word of others) if (!SMALL_WORDS.test(word)) expect(word).toMatch(/^[A-Z]/);
  });

  it.each(EXAMPLES)("has a sentence that says what to do and ends with a full stop: %s", (_kind, problem) => {
    expect(describeProblem(problem).sentence).toMatch(/^\S.*\. [A-Z].*[^.]\.$/);
  });

  it.each(EXAMPLES.filter(([, problem]) => "profile" in problem))("names the profile: %s", (_kind, problem) => {
    expect(describeProblem(problem).sentence).toContain('"demo"');
  });

  it.each(EXAMPLES.filter(([, problem]) => "line" in problem))(
    "leads to its line of the config: %s",
    (_kind, problem) => {
      const { sentence, remedy } = describeProblem(problem);
      expect(sentence).toContain("(~/.aws/config, line 15)");
      expect(remedy).toEqual({ kind: "edit-config", ...PLACE });
    },
  );
});

describe("a problem that is thrown", () => {
  const [problem, { sentence }] = PROBLEMS["no-access-key"];

  it("has its sentence as message and nothing else", () => {
    expect(new ProblemError(problem).message).toBe(sentence);
  });

  it.each([
    ["its own kind", new ProblemError(problem), true],
    ["another kind", new ProblemError(PROBLEMS["clock-skew"][0]), false],
    ["any other error", new Error("no-access-key"), false],
    ["what is no error", { problem }, false],
  ])("is known by its kind: %s", (_what, error, expected) => {
    expect(isProblem(error, "no-access-key")).toBe(expected);
  });
});
