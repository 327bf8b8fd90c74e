/** One place of a document, and what becomes of it; undefined takes it out. */
export interface Edit {
  /** JSON pointer in URI fragment form. */
  readonly at: string
  readonly to: (before: unknown) => unknown
}

type Side = 'request' | 'response' | 'operation' | 'document'
type Wire = 'breaking' | 'safe' | 'equivalent'

/** A document with one edit, and what a comparison has to say of it. */
export interface Mutant extends Edit {
  /** Reads as a sentence. */
  readonly id: string
  readonly side: Side
  /** Whether bytes that were fine no longer are, more or fewer are, or the same. */
  readonly wire: Wire
  /** An operationId or the name of a component schema is gone. */
  readonly names?: 'breaking'
  readonly why: string
  /** Prepares the document where it lacks what is edited. */
  readonly base?: Edit
}

type Row = readonly [id: string, at: string, to: Edit['to'], why: string, more?: Pick<Mutant, 'names' | 'base'>]

/** Mutants that have their side and their verdict in common. */
export function mutantsOf(side: Side, wire: Wire, rows: readonly Row[]): readonly Mutant[] {
  return rows.map(([id, at, to, why, more]) => ({ id, at, to, side, wire, why, ...more }))
}
