import type { OperationDescriptor } from './descriptor.ts'
import { admitsJson, isForm, isJson } from './media-type.ts'

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

/**
 * Encodes a body in the media type that the caller names, or else in the operation's that fits the value: a form or
 * bytes in theirs, other values as JSON where there is JSON, else as a form, else as they are.
 */
export function encodedBody(operation: OperationDescriptor, value: unknown, wanted: string | null = null): EncodedBody {
  const mediaType = wanted ?? fittingMediaType(operation.requestBody?.mediaTypes ?? [], value)
  if (value instanceof FormData || value instanceof URLSearchParams) return { body: value, mediaType: undefined }
  if (isBytes(value)) return { body: value, mediaType: mediaType.includes('*') ? undefined : mediaType }
  if (isJson(mediaType)) return { body: JSON.stringify(value), mediaType }
  if (typeof value === 'string' || !isForm(mediaType)) return { body: value as RawBody, mediaType }
  const form = mediaType.startsWith('multipart/') ? new FormData() : new URLSearchParams()
  return { body: filled(form, value), mediaType: undefined }
}

function fittingMediaType(mediaTypes: readonly string[], value: unknown): string {
  const multipart = mediaTypes.find((mediaType) => mediaType.startsWith('multipart/'))
  const form = mediaTypes.find(isForm)
  const json = mediaTypes.find((mediaType) => mediaType === 'application/json') ?? mediaTypes.find(isJson)
  const raw = mediaTypes.find((mediaType) => !isJson(mediaType) && !isForm(mediaType))
  if (isBytes(value)) return raw ?? 'application/octet-stream'
  if (value instanceof FormData) return multipart ?? 'multipart/form-data'
  if (json !== undefined) return json
  if (typeof value === 'string' && raw !== undefined) return raw.includes('*') ? 'text/plain' : raw
  if (mediaTypes.some(admitsJson)) return 'application/json'
  return form ?? raw ?? 'application/json'
}

function isBytes(value: unknown): value is Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    value instanceof ReadableStream
  )
}

/** Puts an object's members into a form; a list becomes one entry for each item, an object becomes JSON. */
function filled<Form extends FormData | URLSearchParams>(form: Form, value: unknown): Form {
  for (const [name, member] of Object.entries(value ?? {})) {
    for (const item of Array.isArray(member) ? member : [member]) {
      if (item === undefined) continue
      if (form instanceof FormData && item instanceof Blob) form.append(name, item)
      else form.append(name, typeof item === 'object' ? JSON.stringify(item) : String(item))
    }
  }
  return form
}
