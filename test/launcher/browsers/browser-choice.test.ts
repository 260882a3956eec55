import { describe, expect, it } from "vitest";
import { type BrowserChoice, browserChoiceTitle } from "../../../src/launcher/browsers/browser-choice";

describe("a choice", () => {
  it.each<[BrowserChoice, title: string]>([
    [{ kind: "default" }, "Default Browser"],
    [{ kind: "application", name: "Safari", path: "/Applications/Safari.app" }, "Safari"],
    [{ kind: "chromium-profile", browser: "chrome", directory: "Profile 1", name: "Work" }, "Google Chrome · Work"],
    [{ kind: "firefox-profile", browser: "zen", name: "client" }, "Zen · client"],
    [
      { kind: "firefox-container", browser: "firefox", container: "demo-role2", color: "red" },
      "Firefox container demo-role2",
    ],
    [{ kind: "private-window", browser: "edge" }, "Private Window of Microsoft Edge"],
    [{ kind: "arc-space", space: "Side", profile: "Work" }, "Arc · Work · Space Side"],
  ])("%j is called %s", (choice, title) => {
    expect(browserChoiceTitle(choice)).toBe(title);
  });
});
