import { describe, expect, it } from "vitest";
import { CONSOLE_SERVICES } from "../../src/aws/console/console-services";
import { type ConsoleDefaults, createConsoleDefaults } from "../../src/launcher/create-console-defaults";
import { memoryStorage } from "../memory-storage";

const [SERVICE] = CONSOLE_SERVICES;
if (!SERVICE) throw new Error("The catalogue is empty");

describe("what a profile opens at by default", () => {
  it.each<[string, ConsoleDefaults]>([
    ["a service", { page: { kind: "service", service: SERVICE }, region: undefined }],
    ["a region", { page: undefined, region: "eu-west-1" }],
    ["a service in a region", { page: { kind: "service", service: SERVICE }, region: "eu-west-1" }],
    ["an address", { page: { kind: "url", url: "https://eu-west-1.console.aws.amazon.com/" }, region: undefined }],
  ])("is kept: %s", async (_, defaults) => {
    const store = createConsoleDefaults(memoryStorage());
    await store.write("demo", defaults);
    expect(await store.read("demo")).toEqual(defaults);
    expect(await store.read("other")).toEqual({});
    expect(await store.readAll()).toEqual(new Map([["demo", defaults]]));
  });

  it.each<[string, ConsoleDefaults]>([
    ["nothing", {}],
    ["the console's home in no region of its own", { page: { kind: "home" } }],
  ])("leaves no entry behind where it is %s", async (_, defaults) => {
    const storage = memoryStorage();
    const store = createConsoleDefaults(storage);
    await store.write("demo", { region: "eu-west-1" });
    await store.write("demo", defaults);
    expect(await storage.allItems()).toEqual({});
  });

  it.each([
    ["no JSON", "{"],
    ["another shape", '{"region":1}'],
    ["a list", "[]"],
  ])("counts as absent where it cannot be read: %s", async (_, text) => {
    const storage = memoryStorage();
    await storage.setItem("console:demo", text);
    const { page, region } = await createConsoleDefaults(storage).read("demo");
    expect([page, region]).toEqual([undefined, undefined]);
  });

  it("opens at home where the catalogue has the service no more", async () => {
    const storage = memoryStorage();
    await storage.setItem("console:demo", '{"service":"gone","region":"eu-west-1"}');
    expect(await createConsoleDefaults(storage).read("demo")).toEqual({ page: undefined, region: "eu-west-1" });
  });
});
