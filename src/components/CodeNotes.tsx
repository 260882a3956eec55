import { Form } from "@raycast/api";
import { useClipboardOffer } from "../hooks/use-clipboard-offer";
import { type CodeField } from "../hooks/use-code-field";
import { useSecondsLeft } from "../hooks/use-seconds-left";
import { shortcutText } from "../launcher/shortcut-text";
import { SHORTCUTS } from "../launcher/shortcuts";

export interface CodeNotesProps {
  readonly field: CodeField;
  /** When the device shows a code that was not sent yet, as far as was known before this form sent any. */
  readonly freshAt: Date | undefined;
}

/**
 * What a form for codes says at its end: why a code was not taken, when the device shows another, and that the clipboard
 * may hold the one.
 */
export function CodeNotes({ field, freshAt }: CodeNotesProps) {
  const { itemProps, refusal } = field;
  const secondsLeft = useSecondsLeft(field.freshAt ?? freshAt);
  const isClipboardOffered = useClipboardOffer() && itemProps.value === "" && !refusal;
  return (
    <>
      {secondsLeft !== undefined && (
        <Form.Description
          title="Next Code"
          text={`A code was sent in this half minute. If it is still the one shown, the next comes in ${secondsLeft} s.`}
        />
      )}
      {refusal && <Form.Description title={refusal.title} text={refusal.sentence} />}
      {isClipboardOffered && (
        <Form.Description
          title="Clipboard"
          text={`Holds six digits. If they are the code, ${shortcutText(SHORTCUTS.pasteCode)} enters them.`}
        />
      )}
    </>
  );
}
