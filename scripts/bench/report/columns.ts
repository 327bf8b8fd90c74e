import type { Entry, Measure, Table } from '../table.ts'
import { compared } from './comparison.ts'
import { spread } from './numbers.ts'

/** A table as words: a head, and a line for each tool. */
export interface Columns {
  readonly head: readonly string[]
  readonly lines: readonly (readonly string[])[]
}

/**
 * The tool, its first measure, how many times ours that is (round by round), the other measures, and what it makes. Where a
 * peer wins, the cell goes through `emphasised`.
 */
export function columns({ measures, entries, isOneTool = false }: Table, emphasised = (text: string) => text): Columns {
  const [own] = entries
  const compares = entries.length > 1 && !isOneTool
  const [first, ...others] = measures
  const head = ['', first?.label ?? '', ...(compares ? ['× ours'] : []), ...others.map(({ label }) => label), 'makes']
  const lines = entries.map((entry) => {
    const [value = '', ...rest] = entry.cells.map((cell, index) => {
      const text = spread(cell, measures[index]?.unit ?? '')
      return compares && compared(own, entry, measures, index)?.wins ? emphasised(text) : text
    })
    return [entry.tool, value, ...(compares ? [timesOurs(own, entry, measures)] : []), ...rest, entry.makes]
  })
  return { head, lines }
}

function timesOurs(own: Entry | undefined, entry: Entry, measures: readonly Measure[]): string {
  const comparison = compared(own, entry, measures, 0)
  if (comparison === undefined) return ''
  return entry === own ? '1' : spread(comparison.ratios, '×').replace(' ×', '')
}
