import { Color } from "@raycast/api";
import { describe, expect, it } from "vitest";
import { timeColor } from "../../src/components/time-color";

const NOW = new Date("2026-01-01T12:00:00Z");

describe("the color of the time left", () => {
  it.each([
    ["12:10:01", Color.Green],
    ["12:10:00", Color.Yellow],
    ["12:05:01", Color.Yellow],
    ["12:05:00", Color.Red],
    ["12:00:00", Color.Red],
  ])("until %s is %s", (end, color) => {
    expect(timeColor(new Date(`2026-01-01T${end}Z`), NOW)).toBe(color);
  });
});
