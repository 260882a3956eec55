import { beforeEach, describe, expect, it } from "vitest";
import { createSessionStore } from "../../src/launcher/create-session-store";
import { type EncryptedStorage } from "../../src/launcher/encrypted-storage";
import { createSpentCodes } from "../../src/launcher/create-spent-codes";
import { memoryStorage } from "../memory-storage";

const DEVICE = "arn:aws:iam::111111111111:mfa/demo-user";
const OTHER_DEVICE = "arn:aws:iam::111111111111:mfa/other-user";
const START = new Date("2026-01-01T12:00:00Z");
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);

let storage: EncryptedStorage;
let time: Date;
beforeEach(() => {
  storage = memoryStorage();
  time = START;
});

/** As each command makes its own. */
const codes = () => createSpentCodes(storage, () => time);
const items = async () => Object.values(await storage.allItems());

describe("the codes that were sent", () => {
  it("are known to every command, with the time", async () => {
    await codes().add(DEVICE, "123456");
    time = after(20);
    expect(await codes().sentAt(DEVICE, "123456")).toEqual(START);
    expect(await codes().lastSentAt(DEVICE)).toEqual(START);
  });

  it("are those of one device", async () => {
    await codes().add(DEVICE, "123456");
    expect(await codes().sentAt(DEVICE, "654321")).toBeUndefined();
    expect(await codes().sentAt(OTHER_DEVICE, "123456")).toBeUndefined();
    expect(await codes().lastSentAt(OTHER_DEVICE)).toBeUndefined();
  });

  it("are told apart, with the latest of all", async () => {
    await codes().add(DEVICE, "123456");
    time = after(30);
    await codes().add(DEVICE, "000000");
    expect(await codes().sentAt(DEVICE, "123456")).toEqual(START);
    expect(await codes().sentAt(DEVICE, "000000")).toEqual(after(30));
    expect(await codes().lastSentAt(DEVICE)).toEqual(after(30));
  });

  it("have the time of the last try", async () => {
    await codes().add(DEVICE, "123456");
    await codes().add(DEVICE, "111111");
    time = after(10);
    await codes().add(DEVICE, "123456");
    expect(await codes().sentAt(DEVICE, "123456")).toEqual(after(10));
    expect(await codes().lastSentAt(DEVICE)).toEqual(after(10));
  });

  it.each([
    ["two minutes later", 120, START],
    ["a moment after two minutes", 120.001, undefined],
    ["on a clock that was set back by a minute", -60, START],
    ["on a clock that was set back by an hour", -3600, undefined],
  ])("are known, or not any more, %s", async (_, seconds, sentAt) => {
    await codes().add(DEVICE, "123456");
    time = after(seconds);
    expect(await codes().sentAt(DEVICE, "123456")).toEqual(sentAt);
    expect(await codes().lastSentAt(DEVICE)).toEqual(sentAt);
  });

  it("are dropped when another is written and they are good no more", async () => {
    await codes().add(DEVICE, "123456");
    time = after(121);
    await codes().add(DEVICE, "000000");
    time = START;
    expect(await codes().sentAt(DEVICE, "123456")).toBeUndefined();
  });

  it("are forgotten when they never reached AWS, each alone", async () => {
    await codes().add(DEVICE, "123456");
    time = after(30);
    await codes().add(DEVICE, "000000");
    await codes().remove(DEVICE, "000000");
    expect(await codes().sentAt(DEVICE, "000000")).toBeUndefined();
    expect(await codes().lastSentAt(DEVICE)).toEqual(START);
    await codes().remove(DEVICE, "123456");
    expect(await codes().lastSentAt(DEVICE)).toBeUndefined();
    expect(await items()).toEqual([]);
  });

  it("may be taken back though they were never sent", async () => {
    await codes().remove(DEVICE, "123456");
    expect(await items()).toEqual([]);
  });

  it("are nowhere in the storage, which has one entry per device", async () => {
    for (const code of ["123456", "000000"]) await codes().add(DEVICE, code);
    await codes().add(OTHER_DEVICE, "123456");
    expect(await items()).toHaveLength(2);
    expect(JSON.stringify(await storage.allItems())).not.toMatch(/123456|000000/);
  });

  it("have another digest with another device", async () => {
    await codes().add(DEVICE, "123456");
    await codes().add(OTHER_DEVICE, "123456");
    const [one, other] = await items();
    expect(one).not.toEqual(other);
  });

  it.each([
    ["no JSON", "{"],
    ["another type", '["2026-01-01T12:00:00Z"]'],
    ["a time that is none", '{"ab":"soon"}'],
  ])("are none where their entry has %s, and are written anew", async (_, entry) => {
    await codes().add(DEVICE, "123456");
    for (const item of Object.keys(await storage.allItems())) await storage.setItem(item, entry);
    expect(await codes().sentAt(DEVICE, "123456")).toBeUndefined();
    expect(await codes().lastSentAt(DEVICE)).toBeUndefined();
    await codes().add(DEVICE, "123456");
    expect(await codes().sentAt(DEVICE, "123456")).toEqual(START);
  });

  it("are left alone by the sessions beside them", async () => {
    await codes().add(DEVICE, "123456");
    expect((await createSessionStore(storage, () => time).readAll()).size).toBe(0);
    expect(await codes().sentAt(DEVICE, "123456")).toEqual(START);
  });
});
