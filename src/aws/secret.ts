const PLACEHOLDER = "[secret]";

/**
 * A string that never prints: not in logs, templates, JSON or error messages. Only `reveal` gives the text back,
 * so that a search for `reveal(` lists every place where a secret leaves the engine.
 *
 * @example
 * const key = new Secret("wJalr…");
 * `${key}`; // "[secret]"
 * key.reveal(); // "wJalr…"
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The secret text, for the one call that needs it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return PLACEHOLDER;
  }

  toJSON(): string {
    return PLACEHOLDER;
  }
}
