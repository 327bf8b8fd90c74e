import type { Table } from './table.ts'

/** What a row needs. */
export interface Bench {
  readonly runs: number
  /** A folder for what the row makes. */
  readonly folder: string
  /** A folder that is kept for the next bench. */
  readonly cache: string
  /** Where the row's peers are installed; undefined where they could not be installed. */
  readonly modules: string | undefined
}

/** One question, and how it is answered in a few tables. */
export interface Row {
  readonly name: string
  /** The folder whose package.json names the peers that it installs. */
  readonly peers?: string
  /** Packages of the project that it measures beside ours. */
  readonly packages?: readonly string[]
  readonly answer: (bench: Bench) => Promise<readonly Table[]>
}
