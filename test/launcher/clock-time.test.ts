import { describe, expect, it } from "vitest";
import { clockTime } from "../../src/launcher/clock-time";

describe("the time of day", () => {
  it.each([
    [new Date(2026, 10, 23, 14, 5), /^(14|0?2)\D05/],
    [new Date(2026, 10, 23, 9, 30), /^0?9\D30/],
  ])("of %s has the user's hours and two digits of minutes", (date, text) => {
    expect(clockTime(date, new Date(2026, 10, 23, 8, 0))).toMatch(text);
  });

  const evening = new Date(2026, 10, 25, 23, 59);
  it.each([
    ["earlier on the same day", new Date(2026, 10, 25, 0, 0), false],
    ["a minute later, after midnight", new Date(2026, 10, 26, 0, 0), true],
    ["36 hours later", new Date(2026, 10, 27, 11, 59), true],
    ["at the same time a month later", new Date(2026, 11, 25, 23, 59), true],
  ])("has its day where that is not today: %s", (_, date, hasDay) => {
    const day = new Intl.DateTimeFormat(undefined, { weekday: "short" }).format(date);
    expect(clockTime(date, evening).includes(day)).toBe(hasDay);
  });
});
