import { defineConfig } from "vitest/config";

/** `npm run test:radosgw`: what `npm test` leaves out, since it needs a server that few machines have. */
export default defineConfig({
  test: {
    include: ["test/radosgw/*.spec.ts"],
    // Node 20 is good enough for the tests.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  },
});
