/**
 * Icons of a container that both Firefox (`contextualIdentities`) and the add-on behind `ext+container:` know. Firefox
 * has `fence` as well, with which the add-on opens nothing.
 */
export const CONTAINER_ICONS = [
  "fingerprint",
  "briefcase",
  "dollar",
  "cart",
  "circle",
  "gift",
  "vacation",
  "food",
  "fruit",
  "pet",
  "tree",
  "chill",
] as const;

export type ContainerIcon = (typeof CONTAINER_ICONS)[number];
