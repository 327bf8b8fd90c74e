/** A request as it is sent. */
export interface CaseRequest {
  /** Upper case. */
  readonly method: string
  /** Path and query, without the base URL. */
  readonly path: string
  readonly headers: { readonly [name: string]: string }
  /** The bytes to send, as text; undefined for none. */
  readonly body?: string
}

/** An answer as it came. */
export interface CaseResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string }
  readonly text: string
  /** False when the bytes are no UTF-8. */
  readonly isUtf8: boolean
}
