/** Something that a search found. */
export interface Ranked<Item> {
  readonly item: Item;
  /** Smaller is better. */
  readonly rank: number;
}

/**
 * What a search finds, the best match first; alike matches keep their order.
 *
 * @param rankOf how well an item is meant, smaller being better; undefined where it is not
 */
export function ranked<Item>(
  items: readonly Item[],
  rankOf: (item: Item) => number | undefined,
): readonly Ranked<Item>[] {
  const found = items.flatMap((item) => {
    const rank = rankOf(item);
    return rank === undefined ? [] : [{ item, rank }];
  });
  return found.toSorted((one, other) => one.rank - other.rank);
}
