import { describe, expect, it } from "vitest";
import { awsVaultProfile } from "../../../../src/aws/chain/plan/aws-vault-profile";

describe("a command that asks aws-vault for credentials", () => {
  it.each([
    "aws-vault exec demo-user --json --prompt=terminal",
    "aws-vault exec demo-user --json",
    "aws-vault exec --json demo-user",
    "aws-vault exec -j demo-user",
    "aws-vault export demo-user --format=json",
    "aws-vault export --format json demo-user",
    "aws-vault --debug exec demo-user --json",
    "aws-vault --backend=file exec demo-user --json",
    "aws-vault --backend file --keychain login exec demo-user --json",
    "aws-vault exec --no-session demo-user --json",
    "aws-vault exec --duration=1h demo-user --json",
    "aws-vault exec --duration 1h demo-user --json",
    "aws-vault exec -d 1h -n demo-user --json",
    "aws-vault exec --region eu-west-1 --prompt ykman demo-user --json",
    "aws-vault exec -t 123456 demo-user --json",
    "aws-vault exec --json -- demo-user",
    "aws-vault  exec\tdemo-user   --json",
    "/opt/homebrew/bin/aws-vault exec demo-user --json",
    '"/Applications/my tools/aws-vault" exec demo-user --json',
    "C:\\tools\\aws-vault.exe exec demo-user --json",
    "aws-vault exec 'demo-user' --json",
    'aws-vault exec "demo-user" --json',
  ])("names the profile: %s", (command) => {
    expect(awsVaultProfile(command)).toBe("demo-user");
  });

  it("may name a profile with a space, in quotes", () => {
    expect(awsVaultProfile('aws-vault exec "two words" --json')).toBe("two words");
  });
});

describe("any other command", () => {
  it.each([
    "",
    "   ",
    "aws-vault",
    "aws-vault --version",
    "aws-vault exec",
    "aws-vault exec --json",
    "aws-vault exec --region eu-west-1",
    "aws-vault login demo-user",
    "aws-vault list",
    "exec demo-user",
    "granted credential-process --profile demo-user",
    "my-aws-vault exec demo-user --json",
    "aws-vault-wrapper exec demo-user --json",
    "echo aws-vault exec demo-user",
    "sh -c 'aws-vault exec demo-user --json'",
    "aws-vault exec demo-user -- my-broker --json",
    "aws-vault exec demo-user my-broker",
    "aws-vault exec --json -- demo-user my-broker",
  ])("names none: %s", (command) => {
    expect(awsVaultProfile(command)).toBeUndefined();
  });

  it("names none where it has a million arguments, in no time", () => {
    expect(awsVaultProfile(`aws-vault exec demo-user${" --json".repeat(1_000_000)}`)).toBeUndefined();
  });
});
