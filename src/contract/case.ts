import type { Operation } from '../document/model.ts'

/** What a case asks of the answer. */
export type Expectation =
  /** The request is valid: a success is due. */
  | { readonly kind: 'accepted' }
  /** The request breaks the contract: an error status is due. */
  | Refusal
  /** The target was told to answer with this status. */
  | { readonly kind: 'status'; readonly status: string }
  /** The path has no such method. */
  | { readonly kind: 'no-such-method' }

/** What a refusal has to be. */
export interface Refusal {
  readonly kind: 'refused'
  readonly because: string
  /** About the token, about the rest of the request, or about what lies below the document, where any 4xx will do. */
  readonly about: 'token' | 'request' | 'transport'
  /** JSON pointer to the value at fault in the body, or a parameter's place and name (`#/query/limit`). */
  readonly pointer?: string
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
}

export interface CaseRequest {
  /** Upper case. */
  readonly method: string
  /** Path and query, without the base URL. */
  readonly path: string
  readonly headers: { readonly [name: string]: string }
  /** The bytes to send, as text; undefined for none. */
  readonly body?: string
}

/** A case and the answer to it. */
export interface Exchange {
  readonly case: Case
  readonly response: CaseResponse
}

export interface CaseResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string }
  readonly text: string
}
