import { Color } from "@raycast/api";
import { RENEWAL_MARGIN_MS } from "../aws/chain/resolve/session-store";

/** From here on a session is about to end. */
const WARNING_MS = 10 * 60 * 1000;

/** The color of the time that a session has left: yellow in its last ten minutes, red once openings make it anew. */
export function timeColor(end: Date, now: Date): Color {
  const left = end.getTime() - now.getTime();
  if (left <= RENEWAL_MARGIN_MS) return Color.Red;
  return left <= WARNING_MS ? Color.Yellow : Color.Green;
}
