/** What the numbers of a column are. */
export interface Measure {
  readonly label: string
  readonly unit: Unit
  readonly better: 'less' | 'more'
}

export type Unit = 's' | 'ms' | 'µs' | 'ns' | 'MiB' | 'KiB' | '/s' | '×' | ''

/** The counted rounds, in their order: the same place in two lists is of one round. Or why there are none. */
export type Cell = readonly number[] | string

export function samples(cell: Cell | undefined): readonly number[] {
  return typeof cell === 'object' ? cell : []
}

/** One tool's line of a table. */
export interface Entry {
  /** As its makers call it; a note of the table, or the name itself, has its version. */
  readonly tool: string
  /** What it makes or does here, and what it leaves out. */
  readonly makes: string
  /** One for each measure of the table. */
  readonly cells: readonly Cell[]
}

/** What was to be reached, and whether it is. */
export interface Target {
  readonly what: string
  readonly limit: number
  readonly measured: number
  readonly better: 'less' | 'more'
  readonly unit: Unit
}

/** One question with the answers of several tools, ours first. */
export interface Table {
  /** The row that it belongs to, and its place in that: `validate-load`. */
  readonly name: string
  readonly title: string
  /** The first one is what the tools are compared by. */
  readonly measures: readonly Measure[]
  readonly entries: readonly Entry[]
  /** Not tools on the same work, but works of one tool: their ratios say nothing. */
  readonly isOneTool?: boolean
  readonly targets?: readonly Target[]
  readonly notes?: readonly string[]
}

/** What `bench.json` holds. */
export interface Measured {
  readonly machine: Machine
  readonly tables: readonly Table[]
}

/** What runs on another one is not to be compared. */
export interface Machine {
  readonly node: string
  readonly platform: string
  readonly cpus: string
}

/** What failed has no number, and JSON has no NaN. */
export function isMeasured({ measured, limit }: Target): boolean {
  return Number.isFinite(measured) && Number.isFinite(limit)
}

export function isReached(target: Target): boolean {
  const { limit, measured, better } = target
  if (!isMeasured(target)) return false
  return better === 'less' ? measured <= limit : measured >= limit
}
