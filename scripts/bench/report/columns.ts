import { median, ratios } from '../statistics.ts'
import type { Table } from '../table.ts'
import { digits, spread } from './numbers.ts'

/** A table as words: a head, and a line for each tool. */
export interface Columns {
  readonly head: readonly string[]
  readonly lines: readonly (readonly string[])[]
}

/** The tool, its first measure, how many times ours that is (pair by pair), the other measures, and what it makes. */
export function columns({ measures, entries, isOneTool = false }: Table): Columns {
  const [own] = entries
  const compares = entries.length > 1 && !isOneTool
  const [first, ...others] = measures
  const head = ['', first?.label ?? '', ...(compares ? ['× ours'] : []), ...others.map(({ label }) => label), 'makes']
  const lines = entries.map(({ tool, makes, cells }) => {
    const [value = '', ...rest] = cells.map((cell, index) => spread(cell, measures[index]?.unit ?? ''))
    return [tool, value, ...(compares ? [timesOurs(cells[0], own?.cells[0])] : []), ...rest, makes]
  })
  return { head, lines }
}

function timesOurs(cell: Table['entries'][number]['cells'][number] | undefined, own: typeof cell): string {
  if (cell === undefined || own === undefined || typeof cell === 'string' || typeof own === 'string') return ''
  if (cell === own) return '1'
  const all = ratios(cell, own)
  const [middle, least, most] = [median(all), Math.min(...all), Math.max(...all)].map((ratio) => digits(ratio, '×'))
  return all.length < 2 ? String(middle) : `${middle} (${least}–${most})`
}
