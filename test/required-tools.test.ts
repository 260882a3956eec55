import { afterEach, describe, expect, it, vi } from "vitest";
import { missingTools } from "./required-tools";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("missingTools", () => {
  it("is silent about programs that are installed", () => {
    const log = vi.spyOn(console, "log");
    expect(missingTools("this test", "sh")).toEqual([]);
    expect(log).not.toHaveBeenCalled();
  });

  it("says in one line what is skipped, why, and which package helps", () => {
    const log = vi.spyOn(console, "log").mockReturnValue();
    vi.stubEnv("REQUIRE_ALL_TOOLS", "");
    expect(missingTools("this test", "sh", "no-such-program")).toEqual(["no-such-program"]);
    expect(log.mock.calls).toEqual([
      ["skipped: this test, because `no-such-program` is not installed (Debian package: no-such-program)"],
    ]);
  });

  it("fails instead when all tools are required", () => {
    vi.stubEnv("REQUIRE_ALL_TOOLS", "1");
    expect(() => missingTools("this test", "no-such-program")).toThrow("`no-such-program` is not installed");
  });
});
