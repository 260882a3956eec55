import { expect, it } from "vitest";
import { bundleCommand } from "./bench/command-bundle";
import { extension } from "./host/manifest";

const { commands, tools } = extension.manifest;

it.each([...commands.map(({ name }) => name), ...tools.map(({ name }) => `tools/${name}`)])(
  "the bundle of %s holds no AWS SDK and no key store",
  async (name) => {
    const { modules } = await bundleCommand(name);
    expect(modules).toContainEqual(expect.stringContaining(`src/${name}.ts`));
    expect(modules.filter((module) => /@(aws-sdk|smithy)\/|keytar/.test(module))).toEqual([]);
  },
);
