import type { Operation } from '../document/model.ts'
import type { Known } from './known.ts'
import type { CaseRequest, CaseResponse } from './message.ts'

export type { CaseRequest, CaseResponse } from './message.ts'

/** What a case asks of the answer. */
export type Expectation =
  /** The request is valid: a success is due. */
  | { readonly kind: 'accepted' }
  /** The document permits the request, but a service may refuse it for what it means: a success or a refusal is due. */
  | { readonly kind: 'permitted' }
  /** The request breaks the contract: an error status is due. */
  | Refusal
  /** The target was told to answer with this status. */
  | { readonly kind: 'status'; readonly status: string }
  /** The document has no such method on the path, or no such path. */
  | { readonly kind: 'undocumented'; readonly what: 'method' | 'path' }

/** What a refusal has to be. */
export interface Refusal {
  readonly kind: 'refused'
  readonly because: string
  /** About the token, about the rest of the request, or about what lies below the document, where any 4xx will do. */
  readonly about: 'token' | 'request' | 'transport'
  /** JSON pointer to the value at fault in the body, or a parameter's place and name (`#/query/limit`). */
  readonly pointer?: string
  /** Accepting the request all the same would be tolerable. */
  readonly tolerable?: true
}

/** One concrete request with an expectation. */
export interface Case {
  /** Unique in a run: strategy, operation and what is special, joined by slashes. */
  readonly id: string
  readonly operation: Operation
  readonly request: CaseRequest
  readonly expectation: Expectation
  /** What the case shows of the document; see coverage.ts. */
  readonly covers: readonly string[]
  /** JSON pointer to the value in the body that the case is about, which therefore has to stay as it is. */
  readonly about?: string
  /** True where no service could act on the request, so that it may be sent to one that must not change. */
  readonly isInert?: true
}

/** Whether a request is one that the document permits. */
export function isDueToWork({ expectation: { kind } }: Pick<Case, 'expectation'>): boolean {
  return kind === 'accepted' || kind === 'permitted'
}

/** A case and the answer to it. */
export interface Exchange {
  readonly case: Case
  readonly response: CaseResponse
  /** What was known of the resource that the request was about; only where the target keeps state. */
  readonly known?: Known
}
