/**
 * What each item gives, in the order of the items: they take turns, round by round, after a warm-up that does not count. Each
 * round starts at another one, so that nobody always follows the same one, or comes first.
 */
export async function inTurns<Item, Sample>(
  items: readonly Item[],
  runs: number,
  take: (item: Item) => Promise<Sample>,
): Promise<Sample[][]> {
  const taken = items.map((): Sample[] => [])
  const order = [...items.entries()]
  for (let round = 0; round <= runs; round++) {
    const first = round % Math.max(1, order.length)
    for (const [index, item] of [...order.slice(first), ...order.slice(0, first)]) {
      const sample = await take(item)
      if (round > 0) taken[index]?.push(sample)
    }
  }
  return taken
}
