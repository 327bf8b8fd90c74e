/** Code that uses what is generated from a document, as a caller might have written it. */
export interface Use {
  /** What people call it, such as `the sample of createGateway`. */
  readonly name: string
  /** The operation that it is about; undefined where it is about several. */
  readonly operationId: string | undefined
  /** The file that it stands in for the compiler; an absolute path, which need not exist. */
  readonly file: string
  readonly code: string
}
