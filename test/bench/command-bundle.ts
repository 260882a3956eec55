import path from "node:path";
import { build } from "esbuild";

const SOURCE = path.join(__dirname, "..", "..", "src");

/** What a command consists of when it is bundled as the launcher's own bundler does it. */
export interface CommandBundle {
  /** Minified, CommonJS. */
  readonly text: string;
  /** Paths of the modules in it. */
  readonly modules: readonly string[];
}

/** Bundles a command or a tool, `open-aws-console` or `tools/list-profiles` for example, into memory. */
export async function bundleCommand(name: string): Promise<CommandBundle> {
  const { metafile, outputFiles } = await build({
    entryPoints: [path.join(SOURCE, name)],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "cjs",
    target: "node22",
    jsx: "automatic",
    external: ["@raycast/api", "react", "react/jsx-runtime"],
    logLevel: "error",
  });
  // What the bundler read but did not keep is none of the command's.
  const kept = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return {
    text: outputFiles.map(({ text }) => text).join(""),
    modules: kept.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([module]) => module),
  };
}
