/**
 * The user gave up: closed the prompt, or cancelled what was under way. Nobody needs to be told. A code that was being
 * tried may still be taken: the session it makes is whole, and stored.
 */
export class OpeningCancelled extends Error {
  override readonly name = "OpeningCancelled";
}
