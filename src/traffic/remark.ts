import type { Operation } from '../document/model.ts'
import type { Severity } from '../report/finding.ts'
import type { Recorded } from './recorded.ts'

/** What is to be said against a recorded entry. */
export interface Remark {
  /** The check; reads as a sentence. Of drift, its rule behind `drift/`. */
  readonly id: string
  readonly severity: Severity
  readonly message: string
  /** The side of the exchange that it is about: whose fault it is. */
  readonly side: 'request' | 'response'
  /** Into the body of that side, or a parameter's place and name (`#/query/limit`). */
  readonly pointer?: string
  readonly expected?: string
  readonly got?: string
  /** Without secrets. */
  readonly entry: Recorded
  /** Undefined where the document has none. */
  readonly operation: Operation | undefined
}
