import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import clientSts from "@aws-sdk/client-sts/package.json";
import { loadAwsSdk } from "../../src/launcher/load-aws-sdk";
import { extension } from "../host/manifest";

it("is all that the first call to AWS needs, wherever the assets are", async () => {
  const elsewhere = await mkdtemp(path.join(tmpdir(), "role-chains-assets-"));
  onTestFinished(() => rm(elsewhere, { recursive: true }));
  await cp(extension.assetsPath, elsewhere, { recursive: true });

  const sdk = loadAwsSdk(elsewhere);
  const used = [
    sdk["@aws-sdk/client-sts"].STSClient,
    sdk["@aws-sdk/client-sts"].STSServiceException,
    sdk["@smithy/core/protocols"].HttpRequest,
    sdk["@smithy/core/retry"].StandardRetryStrategy,
    sdk["@smithy/node-http-handler"].NodeHttpHandler,
  ];
  expect(used.map((part) => typeof part)).toEqual(used.map(() => "function"));
});

it("comes with the licenses of what is in it, in the versions that are installed", async () => {
  const licenses = await readFile(path.join(extension.assetsPath, "aws-sdk", "LICENSES.txt"), "utf8");
  expect(licenses).toContain(`@aws-sdk/client-sts ${clientSts.version} (Apache-2.0)`);
  expect(licenses).toContain("Apache License");
});
