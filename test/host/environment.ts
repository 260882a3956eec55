import type * as Raycast from "@raycast/api";
import { host } from "./host";

/** Where and how the command runs. A test sets its members through `host.environment`. */
export const environment: Raycast.Environment = host.environment;
