import { getPassword, setPassword } from "@github/keytar";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { Secret } from "../../src/aws/secret";
import { createKeyStore } from "../../src/launcher/create-key-store";
import { hasThrowAwayKeyStore } from "../key-store-for-tests";

const ASSETS = path.join(import.meta.dirname, "..", "..", "assets");
// All test files of a run share one key store, so this one has profiles of its own.
const PROFILE = "profile of key-store.test";

function keyOf(accessKeyId: string) {
  return { accessKeyId, secretAccessKey: new Secret(`secret of ${accessKeyId}`) };
}

describe.runIf(hasThrowAwayKeyStore("the key store"))("the key store of the operating system", () => {
  function emptyKeyStore() {
    const store = createKeyStore(ASSETS);
    onTestFinished(() => store.remove(PROFILE));
    return store;
  }

  it("has no key that nobody stored", async () => {
    expect(await emptyKeyStore().read(PROFILE)).toBeUndefined();
  });

  it("gives a key back, also to the next command", async () => {
    await emptyKeyStore().write(PROFILE, keyOf("AKIA1"));
    const key = await createKeyStore(ASSETS).read(PROFILE);
    expect(key?.accessKeyId).toBe("AKIA1");
    expect(key?.secretAccessKey.reveal()).toBe("secret of AKIA1");
  });

  it("keeps the latest key of a profile, and one for each profile", async () => {
    const store = emptyKeyStore();
    const other = `another ${PROFILE}`;
    onTestFinished(() => store.remove(other));
    await store.write(PROFILE, keyOf("AKIA1"));
    await store.write(other, keyOf("AKIA2"));
    await store.write(PROFILE, keyOf("AKIA3"));
    expect((await store.read(PROFILE))?.accessKeyId).toBe("AKIA3");
    expect((await store.read(other))?.accessKeyId).toBe("AKIA2");
  });

  it("forgets a removed key, and one that never was", async () => {
    const store = emptyKeyStore();
    await store.write(PROFILE, keyOf("AKIA1"));
    await store.remove(PROFILE);
    await store.remove(PROFILE);
    expect(await store.read(PROFILE)).toBeUndefined();
  });

  it("files keys where the user finds them: under the extension, by profile", async () => {
    await emptyKeyStore().write(PROFILE, keyOf("AKIA1"));
    expect(JSON.parse((await getPassword("aws-role-chains", PROFILE)) ?? "")).toEqual({
      accessKeyId: "AKIA1",
      secretAccessKey: "secret of AKIA1",
    });
  });

  it.each(["not JSON", "{}", '{"accessKeyId":"AKIA1"}'])("takes no item for a key that says %s", async (item) => {
    const store = emptyKeyStore();
    await setPassword("aws-role-chains", PROFILE, item);
    expect(await store.read(PROFILE)).toBeUndefined();
  });
});

describe("a key store that cannot be used", () => {
  it("is a problem, not a missing key, and is no problem before it is used", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "role-chains-assets-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const store = createKeyStore(folder);
    const problem = {
      kind: "key-store-unavailable",
      profile: PROFILE,
      reason: `no addon for ${process.platform}-${process.arch}`,
    };
    await expect(store.read(PROFILE)).rejects.toMatchObject({ problem });
    await expect(store.write(PROFILE, keyOf("AKIA1"))).rejects.toMatchObject({ problem });
    await expect(store.remove(PROFILE)).rejects.toMatchObject({ problem });
  });
});
