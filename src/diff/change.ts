import type { Location } from '../report/finding.ts'

/** Who is hurt: those who speak the protocol, those who compile against our types, those who call things by their names. */
export type Audience = 'wire' | 'types' | 'names'

/** Breaking hurts who did everything right before; safe does not. */
export type Rating = 'breaking' | 'safe'

/** A value that tells two revisions apart. */
export interface Witness {
  readonly value: unknown
  /** The revision that admits it; the other refuses it. */
  readonly validIn: 'base' | 'revision'
  /** The rule that refuses it, with its place: `/name must NOT have more than 37 characters`. */
  readonly because: string
}

/** One change of a document, and what it means for somebody. */
export interface Change {
  /** What kind of change it is; reads as a sentence. */
  readonly id: string
  readonly audience: Audience
  readonly rating: Rating
  /** What is different, in words: `name: maxLength 38 → 37`. */
  readonly message: string
  /** The operations that it is about, by their operationIds; empty for the whole document. */
  readonly operations: readonly string[]
  /** Where on the wire: `request body`, `query updatedAfter`, `response 200`; empty for the whole operation. */
  readonly where: readonly string[]
  /** JSON pointer into the value. */
  readonly pointer?: string
  /** Where it is written, in the revision or else in the base. */
  readonly location?: Location
  /** The place in each bundled document, as a JSON pointer; what a revision lacks has none there. */
  readonly places: Places
  readonly witness?: Witness
  /** How many values were searched for a witness, where none was found. */
  readonly tried?: number
  /** What `redocly diff` says of the same place, where that differs. */
  readonly redocly?: string
}

/** A place in two documents. */
export interface Places {
  readonly base?: string
  readonly revision?: string
}
