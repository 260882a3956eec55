import type * as Raycast from "@raycast/api";
import type { ReactElement } from "react";
import { Icon } from "./icon";

/** Shapes that an image can be cut to; the values of the enum of the same name. */
export const Image = { Mask: { Circle: "circle", RoundedRectangle: "roundedRectangle" } } as const;

const iconNames = new Map<string, string>(Object.entries(Icon).map(([name, source]) => [source, name]));

interface DrawnImageProps {
  image: Raycast.Image.ImageLike | undefined | null;
  tooltip?: string | undefined;
}

/** An icon as a user sees it: its name (for instance "Lock", or a file's path) as alternative text, its color as data. */
export function DrawnImage({ image, tooltip }: DrawnImageProps): ReactElement | null {
  if (image === undefined || image === null || image === "") return null;
  const tint = typeof image === "object" && "tintColor" in image ? image.tintColor : undefined;
  const color = typeof tint === "object" ? tint?.dark : tint;
  return <img alt={imageName(image)} title={tooltip} data-color={color} />;
}

function imageName(image: Raycast.Image.ImageLike): string {
  if (typeof image === "string") return iconNames.get(image) ?? image;
  if ("fileIcon" in image) return image.fileIcon;
  const { source } = image;
  return typeof source === "string" ? imageName(source) : source.dark;
}
