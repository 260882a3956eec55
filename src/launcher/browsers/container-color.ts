import { createHash } from "node:crypto";

/**
 * Colors of a container that both Firefox (`contextualIdentities`) and the add-on behind `ext+container:` know. The
 * add-on opens nothing when it is given another.
 */
export const CONTAINER_COLORS = ["blue", "turquoise", "green", "yellow", "orange", "red", "pink", "purple"] as const;

export type ContainerColor = (typeof CONTAINER_COLORS)[number];

/** The color of an account's containers, always the same one, so that an account can be told by it. */
export function containerColor(accountId: string): ContainerColor {
  const [byte = 0] = createHash("sha256").update(accountId).digest();
  return CONTAINER_COLORS[byte % CONTAINER_COLORS.length] ?? CONTAINER_COLORS[0];
}
