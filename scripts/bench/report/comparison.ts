import { median, ratios } from '../statistics.ts'
import type { Entry, Measure } from '../table.ts'

/** What a peer comes to beside ours. */
export interface Comparison {
  /** What it is as a multiple of ours, round by round. */
  readonly ratios: readonly number[]
  /** The median of them. */
  readonly times: number
  /** Better than ours, and no variant of ours. */
  readonly wins: boolean
}

/** A tool beside ours by one measure; undefined where one of both has no number. */
export function compared(
  own: Entry | undefined,
  entry: Entry,
  measures: readonly Measure[],
  index: number,
): Comparison | undefined {
  const [cell, ownCell] = [entry.cells[index], own?.cells[index]]
  if (cell === undefined || ownCell === undefined || typeof cell === 'string' || typeof ownCell === 'string')
    return undefined
  const all = ratios(cell, ownCell)
  const times = median(all)
  const isBetter = measures[index]?.better === 'more' ? times > 1 : times < 1
  return { ratios: all, times, wins: isBetter && !isOurs(entry) }
}

/** Whether a line is of this project: `ours`, `tsc on what is ours`, `inference-gateways/bare`. */
export function isOurs({ tool }: Entry): boolean {
  return /\bours\b|^inference-gateways\b/.test(tool)
}
