import { SeededRandom } from "./seeded-random";

/** One way in which a generated file differs from a plain one. */
export interface Oddity<Target> {
  /** How tests and failures call it. */
  readonly feature: string;
  /** How often it is dealt, compared with its neighbours: a whole number. */
  readonly weight: number;
  /** Changes the target, or leaves it alone and gives false where it has no place. */
  apply(target: Target, random: SeededRandom): boolean;
}

/** A row of a table of oddities; `apply` may give nothing where it always has a place. */
export type OddityRow<Target> = readonly [
  feature: string,
  weight: number,
  apply: (target: Target, random: SeededRandom) => boolean | void,
];

/** Turns a table into oddities. */
export function oddities<Target>(rows: readonly OddityRow<Target>[]): readonly Oddity<Target>[] {
  return rows.map(([feature, weight, apply]) => ({
    feature,
    weight,
    apply: (target, random) => apply(target, random) !== false,
  }));
}

/**
 * Deals oddities like cards, so that rare ones do not depend on luck: each comes up as often as its weight says before
 * the deck is shuffled again.
 */
export class Dealer {
  readonly #seed: number;
  readonly #index: number;

  constructor(seed: number, index: number) {
    this.#seed = seed;
    this.#index = index;
  }

  /**
   * Applies the oddities that the table has for this index. One that has no place in the target is replaced by another.
   *
   * @param counts How many there are, for one index after the other; from its end it starts again. Counts of different
   *   lengths keep tables from always meeting in the same way.
   * @returns the features of what was applied
   */
  deal<Target>(table: readonly Oddity<Target>[], counts: readonly number[], target: Target): string[] {
    const turn = this.#index % counts.length;
    const rounds = (this.#index - turn) / counts.length;
    const first = rounds * sum(counts) + sum(counts.slice(0, turn));
    const dealt = Array.from({ length: counts[turn] ?? 0 }, (_, place) => this.#card(table, first + place));
    // Its own numbers for each table, so that a longer table changes nothing but what it is for.
    const random = new SeededRandom(this.#seed, this.#index, table.length);
    return dealt.flatMap((oddity) => applyOrReplace(oddity, table, target, random));
  }

  #card<Target>(table: readonly Oddity<Target>[], position: number): Oddity<Target> {
    const deck = table.flatMap((oddity) => Array.from({ length: oddity.weight }, () => oddity));
    const place = position % deck.length;
    const shuffled = new SeededRandom(this.#seed, (position - place) / deck.length, table.length).shuffled(deck);
    const card = shuffled[place];
    if (!card) throw new Error("An empty table cannot be dealt.");
    return card;
  }
}

const REPLACEMENTS = 4;

function applyOrReplace<Target>(
  dealt: Oddity<Target>,
  table: readonly Oddity<Target>[],
  target: Target,
  random: SeededRandom,
): string[] {
  let oddity = dealt;
  for (let left = REPLACEMENTS; left > 0; left--) {
    if (oddity.apply(target, random)) return [oddity.feature];
    oddity = random.weighted(table, ({ weight }) => weight);
  }
  return [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
