import path from "node:path";
import { build } from "esbuild";
import { type TerminalHost } from "../../demo/terminal-host";

/**
 * Bundles a script for the terminal host's bun, with the host's own `LocalStorage` as that of `@raycast/api`, and with
 * nothing of its screen. The host keeps the storage in the extension's folder; the script takes that as its first
 * argument, and has its `environment.supportPath` beside it.
 *
 * It is the host's source that is bundled, as the host has its extensions do: the package names it for bun.
 */
export async function bundleWithHostStorage(script: string, outfile: string, { cli }: TerminalHost): Promise<void> {
  const source = path.join(path.dirname(cli), "..", "src");
  const hostApi = `
    import { useStore } from "./state";
    export { LocalStorage } from "./platform/node/localstorage";
    const [, , extensionPath] = process.argv;
    useStore.setState({ extensionPath });
    export const environment = { supportPath: extensionPath + "/support" };
  `;
  await build({
    entryPoints: [script],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["bun"],
    external: ["bun:*"],
    logLevel: "error",
    plugins: [
      {
        name: "the host's @raycast/api",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^@raycast\/api$/ }, () => ({ path: "api", namespace: "host" }));
          onLoad({ filter: /.*/, namespace: "host" }, () => ({ contents: hostApi, resolveDir: source }));
        },
      },
    ],
  });
}
