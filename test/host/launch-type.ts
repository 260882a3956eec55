import { declaredEnum } from "./declared-enum";

/** Who launched the command: the user or a schedule. */
export const LaunchType = declaredEnum("LaunchType");
