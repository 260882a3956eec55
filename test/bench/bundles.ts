import { bundleCommand } from "./command-bundle";

const COMMANDS = ["open-aws-console", "copy-aws-credentials", "enter-mfa-code", "add-access-key"];

/**
 * The size of each command's bundle, and how much of it runs at the start, compared to the AWS SDK's share: that part is
 * read with the file and run only once an action talks to AWS.
 */
export async function benchBundles(): Promise<void> {
  const rows = await Promise.all(
    COMMANDS.map(async (command) => {
      const { bytes, loadedAtStart, contained } = await bundleCommand(command);
      const sdk = (modules: ReadonlySet<string>) =>
        [...modules].filter((name) => /@(aws-sdk|smithy)\//.test(name)).length;
      return {
        command,
        "minified kB": Math.round(bytes / 1000),
        "modules at start": loadedAtStart.size,
        "SDK modules at start": sdk(loadedAtStart),
        "modules in all": contained.size,
        "SDK modules in all": sdk(contained),
      };
    }),
  );
  console.table(rows);
}
