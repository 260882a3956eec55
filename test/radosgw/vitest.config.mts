import { defineConfig } from "vitest/config";
import config from "../../vitest.config.mts";

/** The tests that `npm test` leaves out, since they need a server that few machines have: `npm run test:radosgw`. */
export default defineConfig({ ...config, test: { ...config.test, include: ["test/radosgw/*.spec.ts"] } });
