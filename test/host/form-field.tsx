import type * as Raycast from "@raycast/api";
import {
  type ReactElement,
  type ReactNode,
  type Ref,
  type RefObject,
  useContext,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import { FormContext } from "./form-registry";
import { host } from "./host";

type Value = Raycast.Form.Value;
type FieldElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field's value and events, common to all kinds of fields. */
export interface FormField<T extends Value, E extends FieldElement> {
  element: RefObject<E | null>;
  value: T;
  change: (value: T) => void;
  /** What the element needs so that a reader of the page finds its label, error and hint. */
  attributes: {
    id: string;
    "aria-invalid": boolean;
    "aria-errormessage": string | undefined;
    "aria-describedby": string | undefined;
    "data-autofocus": true | undefined;
    onFocus: () => void;
    onBlur: () => void;
  };
}

interface FieldSettings<T extends Value, E extends FieldElement> {
  /** The kind of field, to name it in complaints. */
  kind: string;
  /** The value of the field while the user has entered nothing. */
  empty: T;
  ref: Ref<Raycast.Form.ItemReference>;
  /** Reads the value from the element, for fields that show a value before anyone chose it. */
  read?: (element: E) => T;
}

/** Keeps a field's value and registers the field with its form. */
export function useFormField<T extends Value, E extends FieldElement>(
  props: Raycast.Form.ItemProps<T>,
  { kind, empty, ref, read }: FieldSettings<T, E>,
): FormField<T, E> {
  const { id, value, defaultValue, storeValue = false, error, info, autoFocus = false } = props;
  if (!id) throw new Error(`A ${kind} needs an id`);
  const form = useContext(FormContext);
  if (form === undefined) throw new Error(`The ${kind} "${id}" is drawn outside of a Form`);

  const stored = storeValue ? host.storedValues.get(id) : undefined;
  // A field stores and restores a value of one and the same kind.
  const [ownValue, setOwnValue] = useState(() => (stored as T | undefined) ?? defaultValue ?? empty);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const element = useRef<E>(null);
  const elementId = useId();

  // useForm passes null for "controlled, but empty".
  const shown = value === undefined ? ownValue : (value ?? empty);
  const latest = useRef(shown);
  useLayoutEffect(() => {
    latest.current = shown;
  });

  const current = () => (read !== undefined && element.current !== null ? read(element.current) : latest.current);
  const currentValue = useRef(current);
  currentValue.current = current;
  useLayoutEffect(
    () => form.register({ id, storesValue: storeValue, value: () => currentValue.current() }),
    [form, id, storeValue],
  );

  const change = (next: T) => {
    latest.current = next;
    setOwnValue(next);
    // Redraws even if the extension keeps its value, so that the element falls back to that value.
    redraw();
    props.onChange?.(next);
  };
  useImperativeHandle(ref, () => ({
    focus: () => element.current?.focus(),
    reset: () => change(defaultValue ?? empty),
  }));

  const described = [info === undefined ? [] : `${elementId}-info`, error ? `${elementId}-error` : []].flat().join(" ");
  return {
    element,
    value: shown,
    change,
    attributes: {
      id: elementId,
      "aria-invalid": Boolean(error),
      "aria-errormessage": error ? `${elementId}-error` : undefined,
      "aria-describedby": described === "" ? undefined : described,
      "data-autofocus": autoFocus || undefined,
      onFocus: () => props.onFocus?.({ type: "focus", target: { id, value: current() } }),
      onBlur: () => props.onBlur?.({ type: "blur", target: { id, value: current() } }),
    },
  };
}

interface FieldFrameProps {
  fieldId: string;
  title: string | undefined;
  info: string | undefined;
  error: string | undefined;
  children: ReactNode;
}

/** A field with its title to the left, its hint and its error to the right. */
export function FieldFrame({ fieldId, title, info, error, children }: FieldFrameProps): ReactElement {
  return (
    <div>
      {title !== undefined && <label htmlFor={fieldId}>{title}</label>}
      {children}
      {info !== undefined && <p id={`${fieldId}-info`}>{info}</p>}
      {error && (
        <p id={`${fieldId}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
