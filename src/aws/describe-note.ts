import { type ResolutionNote } from "./chain/resolve/resolution";
import { durationText } from "./duration-text";

/** Says what went otherwise than planned, as part of the sentence that tells the success. */
export function describeNote(note: ResolutionNote): string {
  switch (note.kind) {
    case "duration-lowered": {
      const { roleProfile, givenSeconds, askedSeconds, file, line } = note;
      return `${durationText(givenSeconds)} instead of ${durationText(askedSeconds)}, beyond the maximum of ${roleProfile} (${file}, line ${line})`;
    }
    case "region-replaced":
      return `by way of ${note.used}, for STS is not active in ${note.region}`;
    case "clock-corrected": {
      const { behindMs } = note;
      return `this machine's clock is ${durationText(Math.round(Math.abs(behindMs) / 60_000) * 60)} ${behindMs > 0 ? "slow" : "fast"}`;
    }
    case "duration-left-out": {
      const { roleProfile, askedSeconds, file, line } = note;
      return `for 1 h instead of ${durationText(askedSeconds)} (${roleProfile}, ${file}, line ${line}), since AWS opens no console for a role behind a session that asks for a duration`;
    }
    case "console-shortened":
      return "for as long as the credentials last, since AWS refused a longer console";
    case "session-not-kept":
      return "the session could not be stored, so the next opening makes it anew";
  }
}
