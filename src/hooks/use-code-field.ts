import { useEffect, useRef, useState } from "react";
import { nextCodeAt, readMfaCode } from "../aws/chain/resolve/mfa-code";
import { CodeGone } from "../aws/chain/resolve/code-gone";
import { describeProblem } from "../aws/describe-problem";
import { isProblem, ProblemError } from "../aws/problem";
import { failureReport } from "../launcher/failure-report";
import { now } from "../launcher/now";
import { type ClipboardReading, readClipboardCode } from "../launcher/read-clipboard-code";

/** Why a code was not taken. */
export interface CodeRefusal {
  readonly title: string;
  readonly sentence: string;
  /** For whoever helps. */
  readonly report: string;
}

/** State of a field for a six-digit code that submits itself. */
export interface CodeField {
  /** To spread over a `Form.TextField`. */
  readonly itemProps: {
    readonly id: string;
    readonly title: string;
    readonly placeholder: string;
    readonly value: string;
    readonly error: string | undefined;
    readonly onChange: (value: string) => void;
  };
  /** Why the last code was not taken. */
  readonly refusal: CodeRefusal | undefined;
  /** When the device shows the next code, where that is wanted. */
  readonly freshAt: Date | undefined;
  readonly isSubmitting: boolean;
  /** Submits what is typed, or says what is missing. */
  readonly submit: () => Promise<void>;
  /** Takes the code that the clipboard holds at this moment as if it were typed, or says that there is none. */
  readonly paste: () => Promise<void>;
}

export interface CodeFieldOptions {
  /**
   * Tries a code; when it rejects, the field stays and keeps the reason. Absent while there is nothing to try a code on:
   * what is typed meanwhile is tried as soon as there is.
   */
  readonly onCode: ((code: string) => Promise<void>) | undefined;
  /** Hears that the user begins to type: in two seconds the code will be there. */
  readonly onFirstDigit?: (() => void) | undefined;
  /** A code that was typed before the field came up. */
  readonly initialCode?: string | undefined;
  /** Whether the sixth digit submits; true unless told. A code that is there is submitted when this becomes true. */
  readonly submitsItself?: boolean;
}

/**
 * A field for an MFA code: takes `123456` and `123 456`, submits at the sixth digit, and is empty for the next code when
 * this one is gone. A code that never reached AWS stays, to be submitted again.
 */
export function useCodeField(options: CodeFieldOptions): CodeField {
  const { onCode, onFirstDigit, initialCode = "", submitsItself = true } = options;
  const [value, setValue] = useState(initialCode);
  const [complaint, setComplaint] = useState<string>();
  const [refusal, setRefusal] = useState<CodeRefusal>();
  const [freshAt, setFreshAt] = useState<Date>();
  const [isSubmitting, setSubmitting] = useState(false);
  // Some hosts report a pasted code several times before the next render: state alone would send it as often.
  const isTrying = useRef(false);
  const isWaiting = useRef(initialCode !== "");

  const tryCode = async (text: string): Promise<void> => {
    if (isTrying.current) return;
    isWaiting.current = !onCode;
    if (!onCode) return;
    const code = readMfaCode(text);
    if (code === undefined) {
      setComplaint("A code has six digits");
      return;
    }
    isTrying.current = true;
    setSubmitting(true);
    setRefusal(undefined);
    try {
      await onCode(code);
    } catch (error) {
      const isGone = error instanceof CodeGone || !(error instanceof ProblemError);
      if (isGone) setValue("");
      setComplaint(complaintOf(error, isGone));
      // A code that was mistyped leaves the one that the device shows.
      setFreshAt(isGone && !isProblem(error, "code-refused") ? nextCodeAfter(error) : undefined);
      setRefusal(refusalBy(error));
    } finally {
      isTrying.current = false;
      setSubmitting(false);
    }
  };

  useEffect(() => {
    if (onCode && submitsItself && isWaiting.current) void tryCode(value);
  });

  const enter = (text: string): void => {
    if (value === "" && text !== "") onFirstDigit?.();
    setValue(text);
    if (text !== "") setComplaint(undefined);
    const isComplete = readMfaCode(text) !== undefined;
    if (!submitsItself) isWaiting.current = isComplete;
    else if (isComplete) void tryCode(text);
  };

  const paste = async (): Promise<void> => {
    const reading = await readClipboardCode();
    if (reading.kind === "code") enter(reading.code);
    else setComplaint(CLIPBOARD_COMPLAINTS[reading.kind]);
  };

  return {
    itemProps: {
      id: "code",
      title: "MFA Code",
      placeholder: "Six digits",
      value,
      error: complaint,
      onChange: enter,
    },
    refusal,
    freshAt,
    isSubmitting,
    submit: () => tryCode(value),
    paste,
  };
}

const CLIPBOARD_COMPLAINTS: Readonly<Record<Exclude<ClipboardReading["kind"], "code">, string>> = {
  "no-code": "The clipboard holds no six digits; copy the code first",
  unreadable: "The clipboard cannot be read; type the code",
};

/** Of an error that is no problem only the name is told: its text may hold what it was called with. */
function refusalBy(error: unknown): CodeRefusal {
  const report = failureReport(error);
  if (error instanceof ProblemError) {
    const { title, sentence } = describeProblem(error.problem);
    return { title, sentence, report };
  }
  return { title: "Unexpected Error", sentence: "Something unforeseen happened. Try the next code.", report };
}

function complaintOf(error: unknown, isGone: boolean): string {
  if (!isGone) return "Not sent; submit it again";
  // Who mistyped it has a good one still.
  return isProblem(error, "code-refused") ? "Enter it again, or the next code" : "Enter the next code";
}

function nextCodeAfter(error: unknown): Date {
  return isProblem(error, "code-spent") ? error.problem.freshAt : nextCodeAt(now());
}
