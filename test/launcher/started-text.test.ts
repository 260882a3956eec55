import { expect, it } from "vitest";
import { clockTime } from "../../src/launcher/clock-time";
import { startedText } from "../../src/launcher/started-text";

const NOW = new Date("2026-01-01T12:00:00Z");
const UNTIL = new Date("2026-01-03T00:00:00Z");

it.each([
  [{ until: UNTIL, roles: 3 }, `Session of ada until ${clockTime(UNTIL, NOW)}, 3 roles open without a code`],
  [{ until: UNTIL, roles: 1 }, `Session of ada until ${clockTime(UNTIL, NOW)}, 1 role opens without a code`],
  [{ until: undefined, roles: 0 }, "Session of ada"],
])("a session that was started is told with its end and the roles that it opens", (session, text) => {
  expect(startedText({ profile: "ada", notes: [], ...session }, NOW)).toBe(text);
});
