import { stripVTControlCharacters } from 'node:util'
import type { Cell, Entry, Measure } from './table.ts'
import { inTurns } from './turns.ts'

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
    return await take(item).catch((error: unknown) => void reasons.set(item, reasonOf(error)))
  })
  return items.map((item, index) => {
    return reasons.get(item) ?? (all[index] ?? []).filter((sample): sample is Awaited<Sample> => sample !== undefined)
  })
}

/** How an item is measured. */
export interface Trial<Item, Sample> {
  readonly take: (item: Item) => Promise<Sample>
  readonly measures: readonly Measure[]
  /** A cell for each of the measures. */
  readonly cells: (samples: readonly Sample[]) => readonly Cell[]
}

/** The lines of tools that take turns; one that fails says so in its line and is left out from there. */
export async function triedEntries<Item extends { readonly name: string; readonly makes: string }, Sample>(
  items: readonly Item[],
  runs: number,
  { take, measures, cells }: Trial<Item, Sample>,
): Promise<Entry[]> {
  const outcomes = await triedInTurns(items, runs, take)
  return items.map(({ name, makes }, index) => {
    const outcome = outcomes[index] ?? []
    return { tool: name, makes, cells: typeof outcome === 'string' ? reasonCells(outcome, measures) : cells(outcome) }
  })
}

/** The cells of what has no number: the reason in the first one. */
export function reasonCells(reason: string, measures: readonly Measure[]): readonly Cell[] {
  return measures.map((_, index) => (index === 0 ? reason : ''))
}

/** What a line says of an error. */
export function reasonOf(error: unknown): string {
  return shortReason(error instanceof Error ? error.message : String(error))
}

/** The line of an output that names an error. */
export function shortReason(output: string): string {
  const lines = output.split('\n').map((line) => stripVTControlCharacters(line).trim())
  const said = lines.slice(1).filter((line) => !/^at |^\S*:\d+$/.test(line))
  const telling =
    said.find((line) => /^\w*Error: |^✗ |🛑/.test(line)) ?? said.find((line) => /\berror:|\bcannot\b/i.test(line))
  return `fails: ${(telling ?? lines[0] ?? '').slice(0, 100)}`
}
