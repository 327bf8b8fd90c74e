/**
 * The items as they take turns in a round: each round starts at another one, and every other goes backwards, so that nobody
 * always comes first, or after the same one.
 */
export function inTurn<Item>(items: readonly Item[], round: number): readonly Item[] {
  const first = round % Math.max(1, items.length)
  const turned = [...items.slice(first), ...items.slice(0, first)]
  return round % 2 === 0 ? turned : turned.reverse()
}

/** What each item gives, in the order of the items, which take turns, round by round, after a warm-up that does not count. */
export async function inTurns<Item, Sample>(
  items: readonly Item[],
  runs: number,
  take: (item: Item) => Promise<Sample>,
): Promise<Sample[][]> {
  const taken = items.map((): Sample[] => [])
  for (let round = 0; round <= runs; round++) {
    for (const [index, item] of inTurn([...items.entries()], round)) {
      const sample = await take(item)
      if (round > 0) taken[index]?.push(sample)
    }
  }
  return taken
}
