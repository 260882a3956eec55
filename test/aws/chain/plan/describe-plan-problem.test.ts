import { describe, expect, it } from "vitest";
import { describePlanProblem, planProblemDiagnostic } from "../../../../src/aws/chain/plan/describe-plan-problem";
import { type PlanProblem } from "../../../../src/aws/chain/plan/plan-problem";

const PLACE = { file: "~/.aws/config", line: 15 };
const MISSING_SOURCE = { kind: "missing-source", profile: "demo", ...PLACE } as const;

/** One problem of every kind with its title, fault and hint. A kind that is missing here does not compile. */
const PROBLEMS: {
  readonly [K in PlanProblem["kind"]]: readonly [
    problem: Extract<PlanProblem, { kind: K }>,
    title: string,
    fault: string,
    hint: string,
  ];
} = {
  "unknown-profile": [
    { kind: "unknown-profile", profile: "demo" },
    "Unknown Profile",
    'No profile is called "demo"',
    "Choose one of the list, or add [profile demo] to the config.",
  ],
  "broken-endpoint-variable": [
    { kind: "broken-endpoint-variable", profile: "demo", variable: "AWS_ENDPOINT_URL", value: "sts" },
    "Broken Endpoint",
    'The environment variable AWS_ENDPOINT_URL is "sts", which is no URL to send calls to',
    "Set it to a URL like https://sts.example.com, or unset it.",
  ],
  "endpoint-variable-conflict": [
    {
      kind: "endpoint-variable-conflict",
      profile: "demo",
      wanted: "dual stack",
      flag: "AWS_USE_DUALSTACK_ENDPOINT",
      endpoint: "AWS_ENDPOINT_URL",
      variable: "AWS_USE_DUALSTACK_ENDPOINT",
    },
    "Conflicting Endpoints",
    'AWS_USE_DUALSTACK_ENDPOINT and AWS_ENDPOINT_URL both count for "demo", and only AWS\'s own endpoints come with dual stack',
    "Unset one of them in the environment.",
  ],
  "unknown-services": [
    { kind: "unknown-services", profile: "demo", services: "local", ...PLACE },
    "Unknown Services Section",
    'services of "demo" names "local", which is no [services]',
    "Correct the name, or add [services local].",
  ],
  "broken-endpoint": [
    { kind: "broken-endpoint", profile: "demo", value: "sts", ...PLACE },
    "Broken Endpoint",
    'endpoint_url of "demo" is "sts", which is no URL to send calls to',
    "Write it like https://sts.example.com.",
  ],
  "endpoint-conflict": [
    {
      kind: "endpoint-conflict",
      profile: "demo",
      wanted: "FIPS",
      flag: "use_fips_endpoint",
      endpoint: "AWS_ENDPOINT_URL_STS",
      ...PLACE,
    },
    "Conflicting Endpoints",
    'use_fips_endpoint and AWS_ENDPOINT_URL_STS both count for "demo", and only AWS\'s own endpoints come with FIPS',
    "Remove one of them.",
  ],
  "unknown-source": [
    { kind: "unknown-source", profile: "demo", source: "nobody", setting: "source_profile", ...PLACE },
    "Unknown Source Profile",
    'source_profile of "demo" names "nobody", which is no profile',
    "Correct the name, or add [profile nobody].",
  ],
  "source-loop": [
    { kind: "source-loop", profile: "demo", path: ["a", "b", "a"], ...PLACE },
    "Source Profiles Run in a Circle",
    '"demo" never reaches a key: a → b → a',
    "Give one of them another source_profile.",
  ],
  "chain-too-long": [
    { kind: "chain-too-long", profile: "demo", limit: 100, ...PLACE },
    "Chain Too Long",
    '"demo" is the 100th profile of a chain that still goes on',
    "Shorten the chain.",
  ],
  "missing-source": [
    MISSING_SOURCE,
    "No Source Profile",
    '"demo" has a role_arn but nothing to assume it with',
    "Add source_profile to it.",
  ],
  "two-sources": [
    { kind: "two-sources", profile: "demo", sourceProfile: "base", credentialSource: "Environment", ...PLACE },
    "Two Sources",
    '"demo" has both source_profile = base and credential_source = Environment',
    "Remove one of them.",
  ],
  "unknown-credential-source": [
    { kind: "unknown-credential-source", profile: "demo", value: "Laptop", ...PLACE },
    "Unknown Credential Source",
    'credential_source of "demo" is "Laptop", which AWS does not know',
    "Write Environment, Ec2InstanceMetadata or EcsContainer, or use source_profile.",
  ],
  "missing-role": [
    { kind: "missing-role", profile: "demo", setting: "source_profile", ...PLACE },
    "No Role",
    '"demo" has source_profile but no role_arn',
    "Add role_arn, or remove source_profile.",
  ],
  "broken-role-arn": [
    { kind: "broken-role-arn", profile: "demo", value: "Admin", ...PLACE },
    "Broken Role ARN",
    'role_arn of "demo" is "Admin", which is no role\'s ARN',
    "Write it as arn:aws:iam::123456789012:role/NAME.",
  ],
  "unknown-partition": [
    { kind: "unknown-partition", profile: "demo", partition: "aws-tomorrow", ...PLACE },
    "Unknown Partition",
    'role_arn of "demo" is in the partition "aws-tomorrow", which is not known',
    "Correct the ARN: it begins with arn:aws:, in China with arn:aws-cn:, in GovCloud with arn:aws-us-gov:.",
  ],
  "unknown-region": [
    { kind: "unknown-region", profile: "demo", region: "tokyo", ...PLACE },
    "Unknown Region",
    'region of "demo" is "tokyo", which is no name of an AWS region',
    "Write it like eu-west-1.",
  ],
  "partial-key": [
    { kind: "partial-key", profile: "demo", missing: "aws_secret_access_key", ...PLACE },
    "Half an Access Key",
    '"demo" has no aws_secret_access_key',
    "Add it, or remove the other half.",
  ],
  "partial-sso": [
    { kind: "partial-sso", profile: "demo", setting: "sso_role_name", missing: "sso_account_id", ...PLACE },
    "Incomplete SSO Settings",
    '"demo" has sso_role_name but no sso_account_id',
    "Add sso_account_id, or remove sso_role_name.",
  ],
  "unknown-sso-session": [
    { kind: "unknown-sso-session", profile: "demo", session: "corp", ...PLACE },
    "Unknown SSO Session",
    'sso_session of "demo" names "corp", which is no [sso-session]',
    "Correct the name, or add [sso-session corp].",
  ],
  "sso-conflict": [
    { kind: "sso-conflict", profile: "demo", setting: "sso_region", session: "corp", ...PLACE },
    "Conflicting SSO Settings",
    'sso_region of "demo" is not what [sso-session corp] says',
    "Say it in [sso-session corp] only.",
  ],
  "broken-start-url": [
    { kind: "broken-start-url", profile: "demo", value: "corp", ...PLACE },
    "Broken Start URL",
    'sso_start_url of "demo" is "corp", which is no address of a portal',
    "Write it like https://d-1234567890.awsapps.com/start.",
  ],
  "fido-device": [
    { kind: "fido-device", profile: "demo", serial: "arn:aws:iam::111111111111:u2f/user/ada/key", ...PLACE },
    "Security Key Gives No Code",
    'mfa_serial of "demo" is the security key or passkey arn:aws:iam::111111111111:u2f/user/ada/key, and STS takes codes only',
    "Register an authenticator app beside it in IAM, and name that device here.",
  ],
  "broken-role-text": [
    { kind: "broken-role-text", profile: "demo", setting: "role_session_name", ...PLACE },
    "Broken Role Setting",
    'role_session_name of "demo" has a form that STS does not take',
    "Write 2 to 64 letters, digits or _+=,.@-.",
  ],
  "broken-session-tags": [
    { kind: "broken-session-tags", profile: "demo", ...PLACE },
    "Broken Session Tags",
    'session_tags of "demo" is no list of tags that STS takes',
    "Write it as team=blue,cost-center=42.",
  ],
  "unknown-include": [
    { kind: "unknown-include", profile: "demo", include: "common", ...PLACE },
    "Unknown Included Profile",
    'include_profile of "demo" names "common", which is no profile',
    "Correct the name, or add [profile common].",
  ],
  "include-loop": [
    { kind: "include-loop", profile: "demo", path: ["demo", "common", "demo"], ...PLACE },
    "Profiles Include Each Other",
    'include_profile of "demo" leads back: demo → common → demo',
    "Remove one of the includes.",
  ],
  "unsupported-source": [
    { kind: "unsupported-source", profile: "demo", setting: "sso_session", value: "corp", ...PLACE },
    "Source Not Supported",
    '"demo" takes its credentials from sso_session (corp), which is not supported yet',
    "Supported are access keys, source_profile and credential_process.",
  ],
  "inheritance-needed": [
    {
      kind: "inheritance-needed",
      profile: "demo",
      settings: ["source_profile"],
      lender: { file: "~/.aws/config", line: 2 },
      cause: MISSING_SOURCE,
      ...PLACE,
    },
    "Works in aws-vault Only",
    '"demo" has a role_arn but nothing to assume it with; aws-vault, and no AWS SDK, would take source_profile from [default] (~/.aws/config, line 2)',
    'Write source_profile into "demo", or turn on Inherit from [default] in the preferences.',
  ],
};

const EXAMPLES = Object.entries(PROBLEMS);

describe("a problem of the config is said", () => {
  it.each(EXAMPLES)("in the user's words: %s", (_kind, [problem, title, fault, hint]) => {
    expect(describePlanProblem(problem)).toEqual({ title, fault, hint });
  });

  it("with the setting that names the source", () => {
    const [unknown] = PROBLEMS["unknown-source"];
    expect(describePlanProblem({ ...unknown, setting: "credential_process" }).fault).toMatch(
      /^credential_process of "demo" /,
    );
  });

  it("with the session that lacks something", () => {
    const [partial] = PROBLEMS["partial-sso"];
    const problem = { ...partial, setting: "sso_session", session: "corp", missing: "sso_region" };
    expect(describePlanProblem(problem)).toEqual({
      title: "Incomplete SSO Session",
      fault: '[sso-session corp], which "demo" names, has no sso_region',
      hint: "Add sso_region to the session.",
    });
  });
});

it("names the service whose endpoint is broken in a services section", () => {
  const [broken] = PROBLEMS["broken-endpoint"];
  const ofService = { service: "sts", services: "local" };
  expect(describePlanProblem({ ...broken, ofService }).fault).toBe(
    'endpoint_url of sts in [services local], which "demo" names, is "sts", which is no URL to send calls to',
  );
});

describe("a section to add", () => {
  const [problem] = PROBLEMS["unknown-source"];

  it.each([
    ["default", "[default]"],
    ["two words", '[profile "two words"]'],
    ["prod-é", "[profile prod-é]"],
  ])("is written so that it can be read: %s", (source, header) => {
    expect(describePlanProblem({ ...problem, source }).hint).toBe(`Correct the name, or add ${header}.`);
  });
});

describe("every problem of the config", () => {
  it.each(EXAMPLES)("has a title in title case: %s", (_kind, [, title]) => {
    for (const word of title.split(" ")) expect(word).toMatch(/^(?:[A-Z]|an$|in$|a$|aws-vault$)/);
  });

  it.each(EXAMPLES)("has a fault without a full stop and a hint with one: %s", (_kind, [, , fault, hint]) => {
    expect(fault).toMatch(/[^.]$/);
    expect(hint).toMatch(/^[A-Z].*[^.]\.$/);
  });
});

describe("a problem as a diagnostic", () => {
  const [partial] = PROBLEMS["partial-key"];

  it("is an error with place, profile, message and hint", () => {
    expect(planProblemDiagnostic(partial)).toEqual({
      severity: "error",
      profile: "demo",
      ...PLACE,
      message: '"demo" has no aws_secret_access_key.',
      hint: "Add it, or remove the other half.",
    });
  });

  it("names the variable where it stands in no file", () => {
    const [broken, , fault, hint] = PROBLEMS["broken-endpoint-variable"];
    expect(planProblemDiagnostic(broken)).toEqual({
      severity: "error",
      profile: "demo",
      variable: "AWS_ENDPOINT_URL",
      message: `${fault}.`,
      hint,
    });
  });

  it("is one of the profile that was to be opened", () => {
    expect(planProblemDiagnostic({ ...partial, selected: "admin" }).profile).toBe("admin");
  });
});
