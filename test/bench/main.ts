import { benchBundles } from "./bundles";
import { benchConfig } from "./config";
import { benchList } from "./list";
import { benchResolve } from "./resolve";

// Node 20 is good enough for a benchmark; the SDK would warn about it between the figures.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

/** Each part prints a table of figures beside what they are compared to. `npm run bench -- resolve` runs one part. */
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  resolve: benchResolve,
  config: benchConfig,
  list: benchList,
  bundles: benchBundles,
};

async function main(): Promise<void> {
  const [chosen] = process.argv.slice(2);
  for (const [name, part] of Object.entries(PARTS)) {
    if (chosen !== undefined && chosen !== name) continue;
    console.log(`\n# ${name}`);
    await part();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
