import type { Table } from './table.ts'

/** What a row needs. */
export interface Bench {
  readonly runs: number
  /** A folder for what the row makes. */
  readonly folder: string
  /** A folder that is kept for the next bench. */
  readonly cache: string
}

/** One question, and how it is answered in a few tables. */
export interface Row {
  readonly name: string
  readonly answer: (bench: Bench) => Promise<readonly Table[]>
}
