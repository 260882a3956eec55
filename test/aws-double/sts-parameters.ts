import { StsError } from "./sts-error";

/** What a text parameter of STS may look like. Lengths in characters. */
export interface TextConstraint {
  readonly minLength: number;
  readonly maxLength: number;
  readonly pattern: RegExp;
}

/** What an integer parameter of STS may be. */
export interface IntegerConstraint {
  readonly min: number;
  readonly max: number;
}

/** Constraints of the STS API reference, 2011-06-15. */
export const constraints = {
  roleArn: { minLength: 20, maxLength: 2048, pattern: /^[\u0020-\uD7FF\uE000-\uFFFD]*$/ },
  roleSessionName: { minLength: 2, maxLength: 64, pattern: /^[\w+=,.@-]*$/ },
  externalId: { minLength: 2, maxLength: 1224, pattern: /^[\w+=,.@:/-]*$/ },
  serialNumber: { minLength: 9, maxLength: 256, pattern: /^[\w+=/:,.@-]*$/ },
  tokenCode: { minLength: 6, maxLength: 6, pattern: /^\d*$/ },
  sourceIdentity: { minLength: 2, maxLength: 64, pattern: /^[\w+=,.@-]*$/ },
  tagKey: { minLength: 1, maxLength: 128, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u },
  tagValue: { minLength: 0, maxLength: 256, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u },
  federatedName: { minLength: 2, maxLength: 32, pattern: /^[\w+=,.@-]*$/ },
  policy: { minLength: 1, maxLength: 2048, pattern: /^[\t\n\r\u0020-\u00FF]+$/ },
  assumeRoleDuration: { min: 900, max: 43_200 },
  sessionTokenDuration: { min: 900, max: 129_600 },
} as const satisfies Record<string, TextConstraint | IntegerConstraint>;

/**
 * Reads the parameters of one call and collects what is wrong with them, since STS reports all of it at once.
 * Call `refuseInvalid` after the last read.
 */
export class StsParameters {
  readonly #values: URLSearchParams;
  readonly #problems: string[] = [];

  constructor(values: URLSearchParams) {
    this.#values = values;
  }

  text(name: string, constraint: TextConstraint): string | undefined {
    const value = this.#values.get(name) ?? undefined;
    if (value === undefined) return undefined;
    if (value.length < constraint.minLength) {
      this.#report(name, value, `Member must have length greater than or equal to ${constraint.minLength}`);
    }
    if (value.length > constraint.maxLength) {
      this.#report(name, value, `Member must have length less than or equal to ${constraint.maxLength}`);
    }
    if (!constraint.pattern.test(value)) {
      const pattern = constraint.pattern.source.slice(1, -1);
      this.#report(name, value, `Member must satisfy regular expression pattern: ${pattern}`);
    }
    return value;
  }

  requiredText(name: string, constraint: TextConstraint): string {
    const value = this.text(name, constraint);
    if (value === undefined)
      this.#problems.push(`Value null at '${memberName(name)}' failed to satisfy constraint: Member must not be null`);
    return value ?? "";
  }

  /**
   * Reads a list, which the query protocol sends as `Tags.member.1.Key`, `Tags.member.2.Key` and so on.
   *
   * @param read gives a member by the beginning of its parameters' names
   */
  list<Item>(name: string, maxLength: number, read: (member: string) => Item): Item[] {
    const numbers = new Set<number>();
    for (const key of this.#values.keys()) {
      const [list, member, number] = key.split(".");
      if (list === name && member === "member") numbers.add(Number(number));
    }
    if (numbers.size > maxLength) {
      this.#report(name, `[${numbers.size} members]`, `Member must have length less than or equal to ${maxLength}`);
    }
    return Array.from(numbers, (number) => read(`${name}.member.${number}`));
  }

  integer(name: string, { min, max }: IntegerConstraint): number | undefined {
    const value = this.#values.get(name) ?? undefined;
    if (value === undefined) return undefined;
    const number = Number(value);
    if (!/^-?\d+$/.test(value)) this.#report(name, value, "Member must be an integer");
    else if (number < min) this.#report(name, value, `Member must have value greater than or equal to ${min}`);
    else if (number > max) this.#report(name, value, `Member must have value less than or equal to ${max}`);
    return number;
  }

  /** Reports parameters that the stand-in does not understand, since to ignore them would be to invent an answer. */
  refuseNotModelled(...names: readonly string[]): void {
    for (const key of this.#values.keys()) {
      if (names.some((name) => key === name || key.startsWith(`${name}.`))) {
        this.#problems.push(`Parameter ${key} is not modelled by the stand-in`);
      }
    }
  }

  /** @throws StsError ValidationError in the words of AWS, naming every invalid parameter read so far. */
  refuseInvalid(): void {
    const count = this.#problems.length;
    if (count === 0) return;
    const detected = `${count} validation error${count === 1 ? "" : "s"} detected`;
    throw new StsError("ValidationError", `${detected}: ${this.#problems.join("; ")}`);
  }

  #report(name: string, value: string, constraint: string): void {
    this.#problems.push(`Value '${value}' at '${memberName(name)}' failed to satisfy constraint: ${constraint}`);
  }
}

/** AWS names members in error messages with a small first letter, and those of a list by its number first. */
function memberName(parameter: string): string {
  return parameter
    .split(".")
    .map((part) => part.charAt(0).toLowerCase() + part.slice(1))
    .join(".")
    .replace(/\.member\.(\d+)/, ".$1.member");
}
