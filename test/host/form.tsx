import type * as Raycast from "@raycast/api";
import { forwardRef, type ReactElement, useRef, useState } from "react";
import { ActionBar, closeSubmenu, triggerAction } from "./action-panel";
import { DropdownItem, DropdownSection } from "./dropdown";
import { FieldFrame, useFormField } from "./form-field";
import { FormContext, FormRegistry } from "./form-registry";
import { host } from "./host";
import { useInitialFocus } from "./initial-focus";
import { pressedKeys } from "./keyboard";
import { useView, useViewKeys } from "./view";

type ItemReference = Raycast.Form.ItemReference;

function FormView(props: Raycast.Form.Props): ReactElement {
  const { navigationTitle, isLoading = false, searchBarAccessory, actions, children } = props;
  const view = useView("Form");
  const element = useRef<HTMLDivElement>(null);
  const [registry] = useState(() => new FormRegistry());
  if (view.isRoot && navigationTitle) host.warn("The root view sets a navigationTitle");

  useViewKeys(view, (event) => {
    if (pressedKeys(event) === "escape") return closeSubmenu(element.current);
    return triggerAction(element.current, event, ["cmd+return", "cmd+shift+return"]);
  });

  useInitialFocus(element);

  return (
    <FormContext value={registry}>
      <div ref={element}>
        <div role="form" aria-label={navigationTitle ?? "Form"} aria-busy={isLoading}>
          {searchBarAccessory}
          {children}
        </div>
        <ActionBar>{actions}</ActionBar>
      </div>
    </FormContext>
  );
}

interface TextInputProps extends Raycast.Form.ItemProps<string> {
  placeholder?: string;
}

function textInput(kind: string, type: "text" | "password") {
  const TextInput = forwardRef<ItemReference, TextInputProps>((props, ref) => {
    const { element, value, change, attributes } = useFormField<string, HTMLInputElement>(props, {
      kind,
      empty: "",
      ref,
    });
    if (props.placeholder === undefined) host.warn(`The ${kind} "${props.id}" has no placeholder`);
    return (
      <FieldFrame fieldId={attributes.id} title={props.title} info={props.info} error={props.error}>
        <input
          {...attributes}
          ref={element}
          type={type}
          name={props.id}
          aria-label={props.title === undefined ? (props.placeholder ?? props.id) : undefined}
          placeholder={props.placeholder}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      </FieldFrame>
    );
  });
  TextInput.displayName = kind;
  return TextInput;
}

const TextArea = forwardRef<ItemReference, Raycast.Form.TextArea.Props>((props, ref) => {
  const kind = "Form.TextArea";
  const { element, value, change, attributes } = useFormField<string, HTMLTextAreaElement>(props, {
    kind,
    empty: "",
    ref,
  });
  if (props.placeholder === undefined) host.warn(`The ${kind} "${props.id}" has no placeholder`);
  return (
    <FieldFrame fieldId={attributes.id} title={props.title} info={props.info} error={props.error}>
      <textarea
        {...attributes}
        ref={element}
        name={props.id}
        placeholder={props.placeholder}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </FieldFrame>
  );
});
TextArea.displayName = "Form.TextArea";

const Checkbox = forwardRef<ItemReference, Raycast.Form.Checkbox.Props>((props, ref) => {
  const { element, value, change, attributes } = useFormField<boolean, HTMLInputElement>(props, {
    kind: "Form.Checkbox",
    empty: false,
    ref,
  });
  return (
    <FieldFrame fieldId={attributes.id} title={props.title} info={props.info} error={props.error}>
      <input
        {...attributes}
        ref={element}
        type="checkbox"
        name={props.id}
        checked={value}
        onChange={(event) => change(event.target.checked)}
      />
      <label htmlFor={attributes.id}>{props.label}</label>
    </FieldFrame>
  );
});
Checkbox.displayName = "Form.Checkbox";

const FormDropdown = forwardRef<ItemReference, Raycast.Form.Dropdown.Props>((props, ref) => {
  const { element, value, change, attributes } = useFormField<string, HTMLSelectElement>(props, {
    kind: "Form.Dropdown",
    empty: "",
    ref,
    // Without a value, the first item is the one that is shown, and submitted.
    read: (select) => select.value,
  });
  return (
    <FieldFrame fieldId={attributes.id} title={props.title} info={props.info} error={props.error}>
      <select
        {...attributes}
        ref={element}
        name={props.id}
        aria-label={props.title === undefined ? props.id : undefined}
        value={value}
        onChange={(event) => change(event.target.value)}
      >
        {props.children}
      </select>
    </FieldFrame>
  );
});
FormDropdown.displayName = "Form.Dropdown";

function Description({ title, text }: Raycast.Form.Description.Props): ReactElement {
  return (
    <div role="note" aria-label={title}>
      {title !== undefined && <strong>{title}</strong>}
      <p>{text}</p>
    </div>
  );
}

function Separator(): ReactElement {
  return <hr />;
}

function LinkAccessory({ target, text }: Raycast.Form.LinkAccessory.Props): ReactElement {
  return <a href={target}>{text}</a>;
}

/**
 * Fields to fill in. The date, tag and file pickers of Raycast are not drawn: the type says so, and a test that meets
 * one fails on an undefined component.
 */
export const Form: Omit<typeof Raycast.Form, "DatePicker" | "TagPicker" | "FilePicker" | `${string}Item`> &
  ((props: Raycast.Form.Props) => ReactElement) = Object.assign(FormView, {
  TextField: textInput("Form.TextField", "text"),
  PasswordField: textInput("Form.PasswordField", "password"),
  TextArea,
  Checkbox,
  Dropdown: Object.assign(FormDropdown, { Item: DropdownItem, Section: DropdownSection }),
  DropdownSection,
  Description,
  Separator,
  LinkAccessory,
});
