/** What a request breaks of the document. It shows no value of the request. */
export interface Fault {
  readonly message: string
  /** Into the body, or a parameter's place and name (`#/query/limit`). */
  readonly pointer: string
  readonly expected: string
}
