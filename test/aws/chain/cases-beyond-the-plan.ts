/**
 * The hard cases of ../shared about what happens after the plan is made, each with what that is. Of some the plan says the
 * first half; resolve/hard-cases.test.ts proves the rest of all.
 */
export const CASES_BEYOND_THE_PLAN = {
  "chain-duration-max": "STS refuses the duration that the plan rightly asks for; how to go on is resolving",
  "chain-mfa-code-format": "a code is typed, or printed by a command, once its hop is made",
  "chain-sts-legacy": "the host is chosen with the client; the plan chooses the region",
  "chain-optin-region": "STS refuses the region of the profile; how to go on is resolving",
  "chain-retry-mfa": "how often a call is sent, and a code, is resolving",
  "chain-expired-base": "STS refuses the key; which call that was is told by its problem",
} as const satisfies Readonly<Record<string, string>>;
