import { expect, it } from "vitest";
import { CREDENTIAL_FIELDS } from "../../../src/aws/credential-formats/credential-fields";
import { USUAL_CREDENTIALS } from "./sample-credentials";

it("gives each field alone, as it is, without a line break", () => {
  const owner = { profile: "demo", region: "ap-northeast-1" };
  expect(CREDENTIAL_FIELDS.map(({ title, what, write }) => [title, what, write(USUAL_CREDENTIALS, owner)])).toEqual([
    ["Access Key ID", "access key ID", "ASIADEMO"],
    ["Secret Access Key", "secret access key", "wJalr/+x"],
    ["Session Token", "session token", "IQoJb3=="],
  ]);
});
