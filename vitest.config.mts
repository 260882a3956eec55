import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      // The npm package of @raycast/api holds types only; the headless host stands in for the launcher.
      "@raycast/api": fileURLToPath(new URL("./test/host/raycast-api.tsx", import.meta.url)),
    },
  },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    // Node 20 is good enough for the tests.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    server: { deps: { inline: ["@raycast/utils"] } },
  },
});
