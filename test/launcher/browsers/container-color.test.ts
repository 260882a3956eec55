import { describe, expect, it } from "vitest";
import { CONTAINER_COLORS, containerColor } from "../../../src/launcher/browsers/container-color";

describe("the color of an account", () => {
  it("stays, so that the account can be told by it", () => {
    expect(["111122223333", "123456789012", "000000000001"].map(containerColor)).toEqual(["pink", "green", "purple"]);
  });

  it("tells neighbors apart as often as colors can, and leaves none unused", () => {
    const colors = Array.from({ length: 800 }, (_, index) => containerColor(String(111_122_220_000 + index)));
    const uses = CONTAINER_COLORS.map((color) => colors.filter((other) => other === color).length);
    expect(Math.min(...uses)).toBeGreaterThan(60);
    expect(Math.max(...uses)).toBeLessThan(140);
  });
});
