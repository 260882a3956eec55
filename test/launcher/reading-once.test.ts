import { describe, expect, it } from "vitest";
import { readingOnce } from "../../src/launcher/reading-once";
import { memoryStorage } from "../memory-storage";

describe("a storage that is read as a whole once", () => {
  it("asks for all items once, however many want them", async () => {
    const storage = memoryStorage();
    let reads = 0;
    const allItems = () => (reads++, storage.allItems());
    const once = readingOnce({ ...storage, allItems });
    await storage.setItem("a", "1");
    expect(await Promise.all([once.allItems(), once.allItems()])).toEqual([{ a: "1" }, { a: "1" }]);
    expect(reads).toBe(1);
  });

  it("reads, writes and removes single items as they are now", async () => {
    const storage = memoryStorage();
    const once = readingOnce(storage);
    await once.allItems();
    await storage.setItem("a", "2");
    expect(await once.getItem("a")).toBe("2");
    await once.setItem("b", "3");
    await once.removeItem("a");
    expect(await storage.allItems()).toEqual({ b: "3" });
  });
});
