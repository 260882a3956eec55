import { Form } from "@raycast/api";
import { describeProblem } from "../aws/describe-problem";
import { ProblemError } from "../aws/problem";
import { useSecondsLeft } from "../hooks/use-seconds-left";

export interface CodeRefusalProps {
  /** Why the last code was not taken. */
  readonly refusal: Error | undefined;
  /** When the device shows a code that was not sent yet. */
  readonly freshAt: Date | undefined;
}

/** What a form for codes says below its field: why a code was not taken, and when the device shows another. */
export function CodeRefusal({ refusal, freshAt }: CodeRefusalProps) {
  const secondsLeft = useSecondsLeft(freshAt);
  return (
    <>
      {secondsLeft !== undefined && (
        <Form.Description
          title="Next Code"
          text={`A code was sent in this half minute. If it is still the one shown, the next comes in ${secondsLeft} s.`}
        />
      )}
      {refusal && <Form.Description title={titleOf(refusal)} text={refusal.message} />}
    </>
  );
}

function titleOf(refusal: Error): string {
  return refusal instanceof ProblemError ? describeProblem(refusal.problem).title : "Unexpected Error";
}
