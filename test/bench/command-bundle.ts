import path from "node:path";
import { build, type Metafile } from "esbuild";

const SOURCE = path.join(__dirname, "..", "..", "src");

/** What a command consists of when it is bundled as the launcher's own bundler does it. */
export interface CommandBundle {
  /** Minified. */
  readonly bytes: number;
  /** Modules that run when the command starts. */
  readonly loadedAtStart: ReadonlySet<string>;
  /** All modules, those included that run only once an action needs them. */
  readonly contained: ReadonlySet<string>;
}

/** Bundles a command, `open-aws-console` for example, into memory. */
export async function bundleCommand(name: string): Promise<CommandBundle> {
  const { metafile, outputFiles } = await build({
    entryPoints: [path.join(SOURCE, `${name}.tsx`)],
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
  const contained = new Set(kept.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([module]) => module));
  return {
    bytes: outputFiles.reduce((sum, { contents }) => sum + contents.length, 0),
    loadedAtStart: new Set([...reachable(metafile)].filter((module) => contained.has(module))),
    contained,
  };
}

/** The modules that the entry point reaches without a dynamic import. */
function reachable({ inputs, outputs }: Metafile): Set<string> {
  const reached = new Set<string>();
  const pending = Object.values(outputs).flatMap(({ entryPoint }) => entryPoint ?? []);
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    if (reached.has(module)) continue;
    reached.add(module);
    const imports = inputs[module]?.imports ?? [];
    pending.push(...imports.filter(({ kind, external }) => kind !== "dynamic-import" && !external).map((i) => i.path));
  }
  return reached;
}
