/** How long an authenticator shows a code (RFC 6238, the time step of every AWS device). */
const STEP_MS = 30_000;

/**
 * A code as STS takes it: six digits, leading zeros kept (STS API Reference, `TokenCode`); nothing for any other text.
 * Blanks, as authenticators show them, count for nothing.
 *
 * @example
 * readMfaCode("012 345"); // "012345"
 */
export function readMfaCode(text: string): string | undefined {
  const code = text.replaceAll(/\s/g, "");
  return /^\d{6}$/.test(code) ? code : undefined;
}

/** When the device shows another code than at this moment: at the next full or half minute. */
export function nextCodeAt(moment: Date): Date {
  return new Date((Math.floor(moment.getTime() / STEP_MS) + 1) * STEP_MS);
}

/** When the device shows another code than the last one that was sent; nothing where it does already. */
export function freshCodeAt(lastSentAt: Date | undefined, now: Date): Date | undefined {
  const freshAt = lastSentAt && nextCodeAt(lastSentAt);
  return freshAt && freshAt > now ? freshAt : undefined;
}
