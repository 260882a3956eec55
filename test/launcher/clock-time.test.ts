import { describe, expect, it } from "vitest";
import { clockTime } from "../../src/launcher/clock-time";

describe("the time of day", () => {
  it.each([
    [new Date(2026, 10, 23, 14, 5), /^(14|0?2)\D05/],
    [new Date(2026, 10, 23, 9, 30), /^0?9\D30/],
  ])("of %s has the user's hours and two digits of minutes", (date, text) => {
    expect(clockTime(date)).toMatch(text);
  });
});
