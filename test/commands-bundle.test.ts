import { describe, expect, it } from "vitest";
import { bundleCommand } from "./bench/command-bundle";

const SDK = /@(aws-sdk|smithy)\//;

describe.each(["open-aws-console", "copy-aws-credentials", "enter-mfa-code", "add-access-key"])(
  "the bundle of %s",
  (command) => {
    it("loads no AWS SDK and no key store at the start", async () => {
      const { loadedAtStart } = await bundleCommand(command);
      expect([...loadedAtStart].filter((module) => SDK.test(module) || module.includes("keytar"))).toEqual([]);
    });
  },
);

it("has the AWS SDK at hand for the first call to AWS", async () => {
  const { contained } = await bundleCommand("open-aws-console");
  expect([...contained].some((module) => SDK.test(module))).toBe(true);
});
