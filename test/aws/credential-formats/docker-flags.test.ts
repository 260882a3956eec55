import { describe, expect, it } from "vitest";
import { DOCKER_FORMAT } from "../../../src/aws/credential-formats/docker-flags";
import { missingTools } from "../../required-tools";
import { awkwardCredentials, USUAL_CREDENTIALS } from "./sample-credentials";
import { AWKWARD_VALUES } from "./awkward-values";
import { BASH, FISH, wordsOf, ZSH } from "./shells";

const OWNER = { profile: "demo", region: "ap-northeast-1" };
const shells = [BASH, ZSH, FISH].filter(
  ({ program }) => missingTools(`Docker's flags in ${program}`, program).length === 0,
);

describe("Docker's flags", () => {
  it("go into a command line that is being typed, without quotes, which cmd.exe would pass on", () => {
    expect(DOCKER_FORMAT.write(USUAL_CREDENTIALS, OWNER)).toBe(
      "--env AWS_ACCESS_KEY_ID=ASIADEMO --env AWS_SECRET_ACCESS_KEY=wJalr/+x --env AWS_SESSION_TOKEN=IQoJb3==" +
        " --env AWS_CREDENTIAL_EXPIRATION=2026-11-23T12:34:56.000Z" +
        " --env AWS_REGION=ap-northeast-1 --env AWS_DEFAULT_REGION=ap-northeast-1",
    );
  });
});

describe.each(shells)("Docker's flags in $title", (shell) => {
  it.each(AWKWARD_VALUES)("reach docker as they are: %s", (_what, value) => {
    expect(wordsOf(shell, DOCKER_FORMAT.write(awkwardCredentials(value), OWNER))).toEqual(
      [
        "AWS_ACCESS_KEY_ID=ASIADEMO",
        `AWS_SECRET_ACCESS_KEY=${value}`,
        `AWS_SESSION_TOKEN=token${value}`,
        "AWS_REGION=ap-northeast-1",
        "AWS_DEFAULT_REGION=ap-northeast-1",
      ].flatMap((variable) => ["--env", variable]),
    );
  });
});
