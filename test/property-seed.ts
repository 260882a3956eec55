/**
 * The seed of the property tests: always the same one, so that a failure of this morning is one of this afternoon, unless
 * PROPERTY_SEED names another. fast-check prints it, with the smallest input that fails.
 *
 * @throws where the variable is no whole number
 */
export function propertySeed(): number {
  const seed = Number(process.env.PROPERTY_SEED ?? "20130626");
  if (!Number.isSafeInteger(seed)) throw new Error("PROPERTY_SEED is no whole number");
  return seed;
}
