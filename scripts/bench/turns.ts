import { stripVTControlCharacters } from 'node:util'
import type { Cell, Measure } from './table.ts'

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

/** What an item gave, or why it gave nothing. */
export type Outcome<Sample> = readonly Sample[] | string

/** As `inTurns`, but one that fails says why, is left out from there, and takes nobody with it. */
export async function triedInTurns<Item, Sample>(
  items: readonly Item[],
  runs: number,
  take: (item: Item) => Promise<Sample>,
): Promise<readonly Outcome<Sample>[]> {
  const reasons = new Map<Item, string>()
  const all = await inTurns(items, runs, async (item) => {
    if (reasons.has(item)) return undefined
    return await take(item).catch((error: Error) => void reasons.set(item, shortReason(error.message)))
  })
  return items.map((item, index) => {
    return reasons.get(item) ?? (all[index] ?? []).filter((sample): sample is Awaited<Sample> => sample !== undefined)
  })
}

/** The cells of an item: those of its samples, or the reason in the first one. */
export function outcomeCells<Sample>(
  outcome: Outcome<Sample>,
  measures: readonly Measure[],
  cells: (samples: readonly Sample[]) => readonly Cell[],
): readonly Cell[] {
  return typeof outcome === 'string' ? measures.map((_, index) => (index === 0 ? outcome : '')) : cells(outcome)
}

/** The line of an output that names an error. */
export function shortReason(output: string): string {
  const lines = output.split('\n').map((line) => stripVTControlCharacters(line).trim())
  const said = lines.slice(1).filter((line) => !/^at |^\S*:\d+$/.test(line))
  const telling =
    said.find((line) => /^\w*Error: |^✗ |🛑/.test(line)) ?? said.find((line) => /\berror:|\bcannot\b/i.test(line))
  return `fails: ${(telling ?? lines[0] ?? '').slice(0, 100)}`
}
