import { declaredEnum } from "./declared-enum";

/** The standard colors. */
export const Color = declaredEnum("Color");
