import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { ada, roleArn, specificationWorld } from "./specification-world";
import { assumeRole } from "./sts-client";

let double: AwsDouble;

beforeAll(async () => {
  double = await startAwsDouble({ world: specificationWorld });
});
afterAll(() => double.close());

type Input = Parameters<typeof assumeRole>[2];

function assume(role: string, input: Omit<Input, "RoleArn">): ReturnType<typeof assumeRole> {
  return assumeRole(double, ada, { RoleArn: roleArn(role), ...input });
}

const tag = (Key: string, Value = "x") => ({ Key, Value });
const tags = (count: number) => Array.from({ length: count }, (_, index) => tag(`key-${index}`));

describe("tags and a source identity", () => {
  it.each<[string, Omit<Input, "RoleArn">]>([
    ["50 tags", { Tags: tags(50) }],
    ["a key of 128 characters and a value of 256", { Tags: [tag("k".repeat(128), "v".repeat(256))] }],
    ["an empty value", { Tags: [tag("team", "")] }],
    ["letters, blanks and signs", { Tags: [tag("cost center", "é_.:/=+-@ 42")] }],
    ["a transitive key, whatever its case", { Tags: [tag("Team")], TransitiveTagKeys: ["team"] }],
    ["a source identity of 2 characters", { SourceIdentity: "ab" }],
    ["a source identity of 64 characters", { SourceIdentity: "a".repeat(64) }],
    ["no tags at all", {}],
  ])("are taken: %s", async (_what, input) => {
    await expect(assume("tagged", input)).resolves.toBeDefined();
  });

  const atMost = (length: number) => `Member must have length less than or equal to ${length}`;

  it.each<[string, Omit<Input, "RoleArn">, string]>([
    ["51 tags", { Tags: tags(51) }, `at 'tags' failed to satisfy constraint: ${atMost(50)}`],
    ["an empty key", { Tags: [tag("")] }, "Value '' at 'tags.1.member.key' failed to satisfy constraint"],
    [
      "a key of 129 characters",
      { Tags: [tag("k".repeat(129))] },
      `'tags.1.member.key' failed to satisfy constraint: ${atMost(128)}`,
    ],
    [
      "a value of 257 characters",
      { Tags: [tag("team"), tag("stage", "v".repeat(257))] },
      `'tags.2.member.value' failed to satisfy constraint: ${atMost(256)}`,
    ],
    [
      "a key with a sign",
      { Tags: [tag("team!")] },
      "Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_",
    ],
    ["a value with a sign", { Tags: [tag("team", "blue,red")] }, "Value 'blue,red' at 'tags.1.member.value'"],
    ["a key without a value", { Tags: [{ Key: "team", Value: undefined }] }, "Value null at 'tags.1.member.value'"],
    ["a transitive key that is empty", { TransitiveTagKeys: [""] }, "'transitiveTagKeys.1.member' failed"],
    ["a source identity of 1 character", { SourceIdentity: "a" }, "'sourceIdentity' failed to satisfy constraint"],
    ["a source identity of 65 characters", { SourceIdentity: "a".repeat(65) }, atMost(64)],
    ["a source identity with a blank", { SourceIdentity: "ada lovelace" }, "pattern: [\\w+=,.@-]*"],
  ])("are refused: %s", async (_what, input, message) => {
    await expect(assume("tagged", input)).rejects.toMatchObject({
      name: "ValidationError",
      message: expect.stringContaining(message),
      $metadata: { httpStatusCode: 400 },
    });
  });

  it.each<[string, Omit<Input, "RoleArn">, string]>([
    [
      "keys that differ in case only",
      { Tags: [tag("team"), tag("Team")] },
      "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
    ],
    [
      "a transitive key that is no tag's",
      { Tags: [tag("team")], TransitiveTagKeys: ["stage"] },
      "The specified transitive tag key must be included in the requested tags.",
    ],
  ])("are refused where they contradict each other: %s", async (_what, input, message) => {
    await expect(assume("tagged", input)).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message,
      $metadata: { httpStatusCode: 400 },
    });
  });

  it.each([
    ["lets in", "blue", "ada", true],
    ["keeps out", "red", "ada", false],
    ["keeps out", "blue", "bob", false],
  ])("may be asked for by a trust policy, which %s %s of %s", async (_verb, team, SourceIdentity, accepted) => {
    const call = assume("blue-team", { Tags: [tag("team", team)], SourceIdentity });
    if (accepted) await expect(call).resolves.toBeDefined();
    else await expect(call).rejects.toMatchObject({ name: "AccessDenied" });
  });
});
