import { beforeEach, describe, expect, it } from "vitest";
import { createAllowedWays } from "../../src/launcher/create-allowed-ways";
import { type EncryptedStorage } from "../../src/launcher/encrypted-storage";
import { memoryStorage } from "../memory-storage";

const KEY = "a".repeat(64);
const WAY = { region: { refused: "eu-south-2", used: "us-east-1" }, durationSeconds: 3600 };
const START = new Date("2026-11-25T12:00:00Z");
const HOUR = 60 * 60 * 1000;

let storage: EncryptedStorage;
let time: Date;
beforeEach(() => {
  storage = memoryStorage();
  time = START;
});

/** As each command makes its own. */
const ways = () => createAllowedWays(storage, () => time);

describe("what a refusal taught", () => {
  it.each([
    { hours: 0, known: WAY },
    { hours: 23.9, known: WAY },
    { hours: 24, known: undefined },
    { hours: -25, known: undefined },
  ])("is known to every command $hours hours later: $known", async ({ hours, known }) => {
    await ways().write(KEY, WAY);
    time = new Date(START.getTime() + hours * HOUR);
    expect(await ways().read(KEY)).toEqual(known);
    expect(Object.keys(await storage.allItems())).toHaveLength(known ? 1 : 0);
  });

  it.each([
    { region: undefined, durationSeconds: 3600 },
    { region: WAY.region, durationSeconds: undefined },
  ])("may be one thing only: %j", async (way) => {
    await ways().write(KEY, way);
    expect(await ways().read(KEY)).toEqual(way);
  });

  it("can be forgotten", async () => {
    await ways().write(KEY, WAY);
    await ways().remove(KEY);
    expect(await ways().read(KEY)).toBeUndefined();
  });

  it("is that of one hop", async () => {
    await ways().write(KEY, WAY);
    expect(await ways().read("b".repeat(64))).toBeUndefined();
  });

  it.each(["", "{}", "[1]", '{"region":"eu-west-1","durationSeconds":"3600","learnedAt":"today"}'])(
    "counts as absent where it cannot be read: %s",
    async (value) => {
      await storage.setItem(`way:${KEY}`, value);
      expect(await ways().read(KEY)).toBeUndefined();
    },
  );
});
