import { isPlainValue } from "./plain-value";

/**
 * A value in quotes, read alike by bash, zsh and fish. Nothing is special between single quotes but the quote itself and,
 * in fish alone, the backslash (fish documentation, "Quotes"), so both stand outside of them, escaped.
 */
export function quotedWord(value: string): string {
  return `'${value.replaceAll(/['\\]/g, "'\\$&'")}'`;
}

/** A value as one word of a command line in bash, zsh or fish, with quotes only where it needs them. */
export function shellWord(value: string): string {
  return isPlainValue(value) ? value : quotedWord(value);
}
