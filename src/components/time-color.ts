import { Color } from "@raycast/api";
import { RENEWAL_MARGIN_MS } from "../aws/chain/resolve/session-store";
import { isAboutToEnd } from "./is-about-to-end";

/** The color of the time that a session has left: yellow in its last ten minutes, red once openings make it anew. */
export function timeColor(end: Date, now: Date): Color {
  if (end.getTime() - now.getTime() <= RENEWAL_MARGIN_MS) return Color.Red;
  return isAboutToEnd(end, now) ? Color.Yellow : Color.Green;
}
