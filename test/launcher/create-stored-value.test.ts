import { array, string } from "valibot";
import { describe, expect, it } from "vitest";
import { createStoredValue } from "../../src/launcher/create-stored-value";
import { memoryStorage } from "../memory-storage";

describe("a stored value", () => {
  const names = (storage = memoryStorage()) => createStoredValue(storage, "names", array(string()), ["nobody"]);

  it("is what it is when absent, before anything was written", async () => {
    expect(await names().read()).toEqual(["nobody"]);
  });

  it("outlives the object that wrote it", async () => {
    const storage = memoryStorage();
    await names(storage).update(() => ["ada"]);
    expect(await names(storage).read()).toEqual(["ada"]);
  });

  it.each(["no json", '{"a": 1}', "[1]"])("counts as absent where it reads %j", async (text) => {
    const storage = memoryStorage();
    await storage.setItem("names", text);
    expect(await names(storage).read()).toEqual(["nobody"]);
  });

  it("keeps every one of changes that are made at once", async () => {
    const value = names();
    await Promise.all(["ada", "bob", "eve"].map((name) => value.update((all) => [...all, name])));
    expect(await value.read()).toEqual(["nobody", "ada", "bob", "eve"]);
  });

  it("takes the next change after one that failed", async () => {
    const storage = memoryStorage();
    const value = names({ ...storage, setItem: failOnce(storage.setItem) });
    await expect(value.update(() => ["lost"])).rejects.toThrow("disk full");
    await value.update((all) => [...all, "ada"]);
    expect(await value.read()).toEqual(["nobody", "ada"]);
  });
});

function failOnce(setItem: (key: string, value: string) => Promise<void>) {
  let calls = 0;
  return async (key: string, value: string): Promise<void> => {
    if (calls++ === 0) throw new Error("disk full");
    await setItem(key, value);
  };
}
