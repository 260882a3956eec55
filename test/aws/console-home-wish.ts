import { type ConsoleWish } from "../../src/aws/console/request-sign-in";

/** The console's home as AWS gives it at best, beside the consoles of other accounts. */
export const CONSOLE_HOME_WISH: ConsoleWish = {
  destination: { kind: "home" },
  length: "longest",
  logsOutFirst: false,
};
