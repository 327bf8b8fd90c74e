/** One statement about the package that was tried. */
export interface Check {
  readonly name: string
  readonly ok: boolean
  /** What went wrong, or what was measured. */
  readonly detail: string
}

/** What every row works on. */
export interface Bench {
  readonly tarball: string
  /** Where the tarball is installed, with the program in `program/`. */
  readonly app: string
  /** The service that the program talks to. */
  readonly baseUrl: string
}

/** What a row has to say. */
export type Outcome = Tried | { readonly skipped: string }

export interface Tried {
  readonly version: string
  readonly checks: readonly Check[]
}

export interface Row {
  readonly name: string
  /** Runs on what the repository has anyway; the others need `installTools`. */
  readonly isOwn?: boolean
  readonly run: (bench: Bench) => Promise<Outcome>
}

/** A row's outcome and what it took. */
export interface Result {
  readonly name: string
  readonly outcome: Outcome
  readonly seconds: number
}
