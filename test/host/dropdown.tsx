import type * as Raycast from "@raycast/api";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { host } from "./host";

/** One choice of a dropdown. */
export function DropdownItem({ value, title }: Raycast.List.Dropdown.Item.Props): ReactElement {
  if (!title) throw new Error(`The dropdown item "${value}" needs a title`);
  return <option value={value}>{title}</option>;
}

/** Choices of a dropdown under a common title. */
export function DropdownSection({ title, children }: Raycast.List.Dropdown.Section.Props): ReactElement {
  return <optgroup label={title ?? ""}>{children}</optgroup>;
}

function SearchBarDropdown(props: Raycast.List.Dropdown.Props): ReactElement {
  const { id = "", tooltip, value, defaultValue, storeValue = false, isLoading = false, children } = props;
  const storageKey = `dropdown ${id}`;
  const stored = storeValue ? host.storedValues.get(storageKey) : undefined;
  const [chosen, setChosen] = useState(() => (typeof stored === "string" ? stored : (defaultValue ?? "")));
  const element = useRef<HTMLSelectElement>(null);
  const onChange = useRef(props.onChange);
  onChange.current = props.onChange;
  const isControlled = value !== undefined;

  useEffect(() => {
    // Raycast reports the initial choice too, which is how extensions learn of a stored one.
    if (!isControlled && element.current !== null) onChange.current?.(element.current.value);
  }, [isControlled]);

  const choose = (next: string) => {
    setChosen(next);
    if (storeValue) host.storedValues.set(storageKey, next);
    onChange.current?.(next);
  };
  return (
    <select
      ref={element}
      aria-label={tooltip}
      aria-busy={isLoading}
      value={value ?? chosen}
      onChange={(event) => choose(event.target.value)}
    >
      {children}
    </select>
  );
}

/** The dropdown beside the search bar, labelled by its tooltip. */
export const Dropdown: typeof Raycast.List.Dropdown = Object.assign(SearchBarDropdown, {
  Item: DropdownItem,
  Section: DropdownSection,
});
