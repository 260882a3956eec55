import type * as Raycast from "@raycast/api";
import type { ReactElement } from "react";
import { DrawnImage } from "./image";

type Label = string | Date | undefined | null;

/** A short note at the right end of a list item. */
export function ListAccessory({ accessory }: { accessory: Raycast.List.Item.Accessory }): ReactElement {
  const { label, color } = labelOf(accessory);
  const text = label instanceof Date ? relativeDate(label) : label;
  return (
    <span
      title={accessory.tooltip ?? undefined}
      data-color={color}
      data-accessory={"tag" in accessory ? "tag" : "text"}
    >
      <DrawnImage image={accessory.icon} />
      {text}
    </span>
  );
}

function labelOf(accessory: Raycast.List.Item.Accessory): { label: Label; color: string | undefined } {
  const given = "tag" in accessory ? accessory.tag : "date" in accessory ? accessory.date : undefined;
  const label = given ?? ("text" in accessory ? accessory.text : undefined);
  if (typeof label !== "object" || label === null || label instanceof Date) return { label, color: undefined };
  const { color } = label;
  return { label: label.value, color: typeof color === "object" ? color.dark : color };
}

const units = [
  ["y", 365 * 24 * 60],
  ["mo", 30 * 24 * 60],
  ["w", 7 * 24 * 60],
  ["d", 24 * 60],
  ["h", 60],
  ["m", 1],
] as const;

/** The time since or until a date in one unit, as Raycast abbreviates it. */
function relativeDate(date: Date): string {
  const minutes = (date.getTime() - Date.now()) / 60_000;
  const [unit, length] = units.find(([, length]) => Math.abs(minutes) >= length) ?? [];
  if (unit === undefined) return "now";
  const amount = `${Math.floor(Math.abs(minutes) / length)}${unit}`;
  return minutes > 0 ? `in ${amount}` : amount;
}
