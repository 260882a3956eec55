import { describe, expect, it } from "vitest";
import { createDeviceMemory } from "../../src/launcher/create-device-memory";
import { memoryStorage } from "../memory-storage";

describe("the devices that were used", () => {
  it("are none at first", async () => {
    expect(await createDeviceMemory(memoryStorage()).recent()).toEqual([]);
  });

  it("are known to other commands, each once, the last one first", async () => {
    const storage = memoryStorage();
    for (const serial of ["A", "B", "A"]) await createDeviceMemory(storage).remember(serial);
    expect(await createDeviceMemory(storage).recent()).toEqual(["A", "B"]);
  });

  it("are forgotten where there are too many", async () => {
    const memory = createDeviceMemory(memoryStorage());
    for (let serial = 0; serial < 30; serial += 1) await memory.remember(String(serial));
    expect(await memory.recent()).toHaveLength(20);
    expect((await memory.recent())[0]).toBe("29");
  });

  it.each(["{", '{"a":1}', "[1]"])("are none where their entry is %s, and are written anew", async (entry) => {
    const storage = memoryStorage();
    const memory = createDeviceMemory(storage);
    await memory.remember("A");
    for (const key of Object.keys(await storage.allItems())) await storage.setItem(key, entry);
    expect(await memory.recent()).toEqual([]);
    await memory.remember("B");
    expect(await memory.recent()).toEqual(["B"]);
  });
});
