import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "../../../aws-double/aws-double";
import { createTestCa, type TestCa } from "../../../aws-double/test-ca";
import { missingTools } from "../../../required-tools";
import { type CellOutcome, runCell } from "./fault-cell";
import { CALLS, faults } from "./faults";

/** By fault, how opening ends in the order of {@link CALLS}: what the code's form said, then the end with its notes. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "throttled, once": ["sts-throttled > ok", "ok", "ok", "sts-throttled > ok", "ok", "ok", "ok", "ok"],
  "throttled, for good": [
    "sts-throttled > sts-throttled > given up",
    "sts-throttled",
    "sts-throttled",
    "sts-throttled > sts-throttled > given up",
    "sts-throttled",
    "sign-in-unreachable (throttled)",
    "sts-throttled",
    "sts-throttled",
  ],
  ...network("HTTP 500", "server-error"),
  ...network("HTTP 503 in HTML", "server-error"),
  ...network("reset before", "connection-lost"),
  ...network("reset after", "connection-lost"),
  ...network("no answer", "timeout"),
  ...network("half an answer", "connection-lost"),
  ...network("a portal's page", "unreadable-answer", "not tried again: the portal would answer the same"),
  "clock 20 min slow": skewed(),
  "clock 20 min fast": skewed(),
  "base expired": ["ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok"],
  "base key gone": ["key-refused", "ok", "ok", "key-refused", "key-refused", "ok", "key-refused", "key-refused"],
  "wrong code": ["code-refused > ok", "ok", "ok", "code-refused > ok", "ok", "ok", "ok", "ok"],
  "code used elsewhere": ["code-refused > ok", "ok", "ok", "code-refused > ok", "ok", "ok", "ok", "ok"],
  "code sent before": ["code-spent > ok", "ok", "ok", "code-spent > ok", "ok", "ok", "ok", "ok"],
  "MFA required": ["ok", "ok", "role-refused", "ok", "role-refused", "ok", "ok", "ok"],
  "trust refuses": ["ok", "role-refused", "role-refused", "role-refused", "role-refused", "ok", "ok", "ok"],
  "external id wrong": ["ok", "role-refused", "role-refused", "role-refused", "role-refused", "ok", "ok", "ok"],
  "role missing": ["ok", "role-refused", "role-refused", "role-refused", "role-refused", "ok", "ok", "ok"],
  "region disabled": [
    "region-disabled > ok (region-replaced)",
    "ok (region-replaced)",
    "ok (region-replaced)",
    "region-disabled > ok (region-replaced)",
    "ok (region-replaced)",
    "ok",
    // Only what gives credentials is refused there.
    "ok (region-replaced)",
    "ok (region-replaced)",
  ],
  "duration over maximum": [
    "ok",
    // More than an hour, so the code goes into this call.
    "duration-refused > ok (duration-lowered)",
    "ok",
    "duration-refused > ok (duration-lowered)",
    "ok (duration-lowered)",
    "ok",
    "ok",
    "ok",
  ],
  "host not found": lasting("host-not-found"),
  "certificate of nobody": lasting("certificate"),
};

/** A call without a code is tried again by itself, one with a code by its user with the next. */
function network(name: string, cause: string, notRetried?: string): Record<string, readonly string[]> {
  const failed = `sts-unreachable (${cause})`;
  const again = (failure: string): string => (notRetried === undefined ? "ok" : failure);
  return {
    [`${name}, once`]: [
      `${failed} > ok`,
      again(failed),
      again(failed),
      `${failed} > ok`,
      again(failed),
      again(`sign-in-unreachable (${cause})`),
      again(failed),
      again(failed),
    ],
    [`${name}, for good`]: lasting(cause),
  };
}

function lasting(cause: string): readonly string[] {
  const failed = `sts-unreachable (${cause})`;
  const withCode = `${failed} > ${failed} > given up`;
  return [withCode, failed, failed, withCode, failed, `sign-in-unreachable (${cause})`, failed, failed];
}

function skewed(): readonly string[] {
  // Learned with the connection where there is a code, else with the first refusal.
  const ok = "ok (clock-corrected)";
  return [ok, ok, ok, ok, ok, "ok", ok, ok];
}

const canRun = missingTools("the matrix of faults", "openssl").length === 0;

describe.runIf(canRun)("every call of the engine under every fault", () => {
  const outcomes = new Map<string, CellOutcome[]>();
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown): void => void unhandled.push(reason);
  let authority: TestCa;
  let untrusted: AwsDouble;

  beforeAll(async () => {
    process.on("unhandledRejection", onUnhandled);
    authority = await createTestCa();
    untrusted = await startAwsDouble({ tls: authority });
    for (const fault of faults(Number(new URL(untrusted.url).port))) {
      outcomes.set(fault.name, await Promise.all(CALLS.map((call) => runCell(call, fault))));
    }
  }, 180_000);

  afterAll(async () => {
    process.off("unhandledRejection", onUnhandled);
    await untrusted.close();
    await authority.remove();
    const rows = [...outcomes].map(([fault, cells]) => [
      fault,
      Object.fromEntries(CALLS.map(({ name }, index) => [name, cells[index]?.text])),
    ]);
    console.table(Object.fromEntries(rows));
  });

  it("is what the table has rows for", () => {
    expect([...outcomes.keys()]).toEqual(Object.keys(EXPECTED));
  });

  const cells = Object.entries(EXPECTED).flatMap(([fault, ends]) =>
    CALLS.map(({ name }, index) => ({ fault, call: name, index, end: ends[index] })),
  );

  it.each(cells)("$fault, $call: $end", ({ fault, index, end }) => {
    expect(outcomes.get(fault)?.[index]).toMatchObject({ text: end, leaks: [], resent: [] });
  });

  it.each(cells)("$fault, $call: costs no session that AWS still takes", ({ fault, index }) => {
    const stored = [0, 1, 2, 0, 0, 3, 0, 0][index];
    expect(outcomes.get(fault)?.[index]?.lost).toBe(fault === "base expired" ? stored : 0);
  });

  it.each(cells)("$fault, $call: opens when the fault is gone", ({ fault, index }) => {
    // The clock is corrected for as long as the command runs.
    expect(outcomes.get(fault)?.[index]?.afterwards).toMatch(/^ok\b/);
  });

  it("leaves no rejection to nobody", () => {
    expect(unhandled).toEqual([]);
  });
});
