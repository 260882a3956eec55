import { describe, expect, it } from "vitest";
import { timeLeft } from "../../src/components/time-left";

const NOW = new Date("2026-01-01T12:00:00Z");

describe("the time left", () => {
  it.each([
    ["12:00:59", "0 min"],
    ["12:01:00", "1 min"],
    ["12:59:59", "59 min"],
    ["13:00:00", "1 h"],
    ["13:05:30", "1 h 5 min"],
    ["23:59:59", "11 h 59 min"],
  ])("until %s is %s", (end, text) => {
    expect(timeLeft(new Date(`2026-01-01T${end}Z`), NOW)).toBe(text);
  });

  it("goes beyond midnight", () => {
    expect(timeLeft(new Date("2026-01-02T13:00:00Z"), NOW)).toBe("25 h");
  });

  it("is nothing after the end", () => {
    expect(timeLeft(new Date("2026-01-01T11:00:00Z"), NOW)).toBe("0 min");
  });
});
