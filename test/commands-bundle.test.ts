import { expect, it } from "vitest";
import { bundleCommand } from "./bench/command-bundle";
import { extension } from "./host/manifest";

it.each(extension.manifest.commands)("the bundle of $name holds no AWS SDK and no key store", async ({ name }) => {
  const { modules } = await bundleCommand(name);
  expect(modules).toContainEqual(expect.stringContaining(`src/${name}.tsx`));
  expect(modules.filter((module) => /@(aws-sdk|smithy)\/|keytar/.test(module))).toEqual([]);
});
