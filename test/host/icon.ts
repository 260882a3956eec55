import { declaredEnum } from "./declared-enum";

/** The built-in icons, by name. */
export const Icon = declaredEnum("Icon");
