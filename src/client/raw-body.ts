/** A body in a form that fetch takes, for media types that are not JSON. */
export type RawBody =
  | string
  | Blob
  | ArrayBuffer
  | Uint8Array<ArrayBuffer>
  | ReadableStream
  | FormData
  | URLSearchParams

/** A body as it is sent. */
export interface EncodedBody {
  readonly body: RawBody
  /** Undefined where fetch sets it: a form brings its own boundary, a Blob its own type. */
  readonly mediaType: string | undefined
}
