import { defineConfig } from "vitest/config";

/** `npm run test:radosgw`: what `npm test` leaves out, since it needs a server that few machines have. */
export default defineConfig({
  test: {
    include: ["test/radosgw/*.spec.ts"],
    // The programs of a cluster share the machine with whatever else runs on it.
    testTimeout: 30_000,
    // Node 20 is good enough for the tests.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  },
});
