import { Color, type List } from "@raycast/api";

/** Marks the row of what a profile opens at by default. */
export function defaultTag(isDefault: boolean, profile: string): List.Item.Accessory[] {
  return isDefault ? [{ tag: { value: "Default", color: Color.Green }, tooltip: `${profile} opens here` }] : [];
}
