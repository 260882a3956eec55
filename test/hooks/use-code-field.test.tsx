// @vitest-environment happy-dom
import { Clipboard } from "@raycast/api";
import { act, renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { CodeGone } from "../../src/aws/chain/resolve/code-gone";
import { type Problem, ProblemError } from "../../src/aws/problem";
import { useCodeField } from "../../src/hooks/use-code-field";
import { host } from "../host/headless-host";

type TryCode = (code: string) => Promise<void>;

const taken: TryCode = async () => undefined;
const refused: TryCode = async () => {
  throw new CodeGone({ kind: "code-refused", profile: "demo-user", serial: "GAHT12345678" });
};

/** A field whose codes are tried so, and what a user does with it. */
function codeField(tryCode: TryCode | undefined, initialCode?: string) {
  const { result, rerender } = renderHook(
    (options: { onCode: TryCode | undefined; submitsItself: boolean }) => useCodeField({ ...options, initialCode }),
    { initialProps: { onCode: tryCode, submitsItself: true } },
  );
  return {
    get now() {
      return result.current;
    },
    type: (...texts: string[]) => act(async () => texts.forEach((text) => result.current.itemProps.onChange(text))),
    submit: () => act(async () => result.current.submit()),
    paste: () => act(async () => result.current.paste()),
    /** Says how codes are tried from now on. */
    setTryCode: (onCode: TryCode | undefined, submitsItself = true) =>
      act(async () => rerender({ onCode, submitsItself })),
  };
}

/** Puts a text on the clipboard, as another application does. */
function copy(text: string): void {
  host.clipboard.push({ content: text, concealed: false });
}

describe("a code field", () => {
  it.each(["123456", "123 456", " 123456 ", "1 2 3 4 5 6", "000000"])('submits "%s" by itself', async (text) => {
    const tryCode = vi.fn(taken);
    await codeField(tryCode).type(text);
    expect(tryCode).toHaveBeenCalledExactlyOnceWith(text.replaceAll(" ", ""));
  });

  it.each(["", "12345", "1234567", "12345a", "１２３４５６"])('does not submit "%s"', async (text) => {
    const tryCode = vi.fn(taken);
    const field = codeField(tryCode);
    await field.type(text);
    await field.submit();
    expect(tryCode).not.toHaveBeenCalled();
    expect(field.now.itemProps.value).toBe(text);
    expect(field.now.itemProps.error).toBe("A code has six digits");
  });

  it("takes a complaint back when the user types on", async () => {
    const field = codeField(taken);
    await field.type("12345");
    await field.submit();
    await field.type("1234");
    expect(field.now.itemProps.error).toBeUndefined();
  });

  it("is busy while a code is tried, and tries no other meanwhile", async () => {
    let answer = (): void => undefined;
    const tryCode = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    const field = codeField(tryCode);
    await field.type("111111");
    expect(field.now.isSubmitting).toBe(true);
    await field.type("222222");
    await field.submit();
    await act(async () => answer());
    expect(field.now.isSubmitting).toBe(false);
    expect(tryCode).toHaveBeenCalledExactlyOnceWith("111111");
  });

  it("sends a code once that the host reports several times before it draws", async () => {
    const tryCode = vi.fn(taken);
    await codeField(tryCode).type("123456", "123456", "123456");
    expect(tryCode).toHaveBeenCalledOnce();
  });

  it("is empty with the reason when a code was refused", async () => {
    const field = codeField(refused);
    await field.type("123456");
    expect(field.now.refusal).toMatchObject({
      title: "Code Refused",
      sentence: expect.stringMatching(/^AWS refused the code of GAHT12345678 for "demo-user"\. /),
      report: expect.stringMatching(/^Kind: code-refused$/m),
    });
    expect(field.now.itemProps.value).toBe("");
    expect(field.now.itemProps.error).toBe("Enter it again, or the next code");
  });

  it("shows nothing of the text of an error that is no problem, which may hold a secret", async () => {
    const field = codeField(() => Promise.reject(new Error("token FwoGZXIvYXdzEB")));
    await field.type("123456");
    expect(field.now.refusal).toMatchObject({
      title: "Unexpected Error",
      sentence: "Something unforeseen happened. Try the next code.",
    });
    expect(JSON.stringify(field.now.refusal)).not.toContain("FwoGZXIvYXdzEB");
  });

  it("takes the next code after a refusal", async () => {
    const tryCode = vi.fn(refused);
    const field = codeField(tryCode);
    await field.type("123456");
    tryCode.mockImplementation(taken);
    await field.type("654321");
    expect(field.now.refusal).toBeUndefined();
    expect(tryCode.mock.calls).toEqual([["123456"], ["654321"]]);
  });

  it("keeps a code that AWS never saw, and no other", async () => {
    const hop = { kind: "user-session", source: "demo-user" } as const;
    const problem: Problem = {
      kind: "sts-unreachable",
      profile: "demo-user",
      hop,
      region: "eu-west-1",
      endpoint: undefined,
      failure: { cause: "timeout", reason: "E" },
      hasCode: true,
    };
    const kept = codeField(() => Promise.reject(new ProblemError(problem)));
    await kept.type("123456");
    expect(kept.now.itemProps).toMatchObject({ value: "123456", error: "Not sent; submit it again" });
    const gone = codeField(() => Promise.reject(new CodeGone(problem)));
    await gone.type("123456");
    expect(gone.now.itemProps).toMatchObject({ value: "", error: "Enter the next code" });
  });

  it("tells when the next code comes where one is gone that was right", async () => {
    const freshAt = new Date("2099-01-01T00:00:30Z");
    const field = codeField(() =>
      Promise.reject(new CodeGone({ kind: "code-spent", profile: "demo-user", serial: "GAHT12345678", freshAt })),
    );
    await field.type("123456");
    expect(field.now.freshAt).toEqual(freshAt);
    const mistyped = codeField(refused);
    await mistyped.type("123456");
    expect(mistyped.now.freshAt).toBeUndefined();
  });

  it.each(["123456", "123 456", " 123456\n"])(
    'submits "%s" of the clipboard when its user asks for it',
    async (text) => {
      const tryCode = vi.fn(taken);
      const field = codeField(tryCode);
      copy(text);
      expect(tryCode).not.toHaveBeenCalled();
      await field.paste();
      expect(tryCode).toHaveBeenCalledExactlyOnceWith("123456");
    },
  );

  it.each(["", "12345", "AKIADEMOUSER00000000", "1234567"])(
    'says that "%s" on the clipboard is no code, and leaves what is typed',
    async (text) => {
      const tryCode = vi.fn(taken);
      const field = codeField(tryCode);
      await field.type("12");
      copy(text);
      await field.paste();
      expect(field.now.itemProps).toMatchObject({
        value: "12",
        error: "The clipboard holds no six digits; copy the code first",
      });
      expect(tryCode).not.toHaveBeenCalled();
    },
  );

  it("says that the clipboard cannot be read", async () => {
    vi.spyOn(Clipboard, "readText").mockRejectedValueOnce(new Error("no clipboard"));
    const field = codeField(taken);
    await field.paste();
    expect(field.now.itemProps.error).toBe("The clipboard cannot be read; type the code");
  });

  it("tries a code that waited for its user's word once that is given, as it stands then", async () => {
    const tryCode = vi.fn(taken);
    const field = codeField(undefined);
    await field.setTryCode(tryCode, false);
    await field.type("123456");
    await field.type("12345", "123457");
    expect(tryCode).not.toHaveBeenCalled();
    await field.setTryCode(tryCode, true);
    expect(tryCode).toHaveBeenCalledExactlyOnceWith("123457");

    const incomplete = codeField(undefined);
    await incomplete.setTryCode(tryCode, false);
    await incomplete.type("123456", "12345");
    await incomplete.setTryCode(tryCode, true);
    expect(incomplete.now.itemProps).toMatchObject({ value: "12345", error: undefined });
  });

  it("tries a code that was there before it came up", async () => {
    const tryCode = vi.fn(taken);
    const field = codeField(tryCode, "123456");
    await field.type("123456");
    expect(tryCode).toHaveBeenCalledExactlyOnceWith("123456");
  });

  it.each([
    ["given before", (field: ReturnType<typeof codeField>) => field.submit(), "123456"],
    ["typed meanwhile", (field: ReturnType<typeof codeField>) => field.type("123456"), undefined],
  ])("keeps a code %s until it can be tried", async (_, enter, initialCode) => {
    const field = codeField(undefined, initialCode);
    await enter(field);
    expect(field.now.itemProps).toMatchObject({ value: "123456", error: undefined });
    const tryCode = vi.fn(taken);
    await field.setTryCode(tryCode);
    expect(tryCode).toHaveBeenCalledExactlyOnceWith("123456");
  });
});
