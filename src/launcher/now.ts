/** The time of day, for what the engine is told. */
export function now(): Date {
  return new Date();
}
