import type { OperationDescriptor } from './descriptor.ts'
import { isJson } from './media-type.ts'

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
  /** Undefined where fetch sets it: a form brings its own boundary. */
  readonly mediaType: string | undefined
}

/** Encodes a body in the operation's media type: JSON where it has one, a form, or bytes and text as they are. */
export function encodedBody(operation: OperationDescriptor, value: unknown): EncodedBody {
  const mediaTypes = operation.requestBody?.mediaTypes ?? []
  const mediaType = mediaTypes.find(isJson) ?? mediaTypes[0] ?? 'application/json'
  if (isJson(mediaType)) return { body: JSON.stringify(value), mediaType }
  if (value instanceof FormData || value instanceof URLSearchParams) return { body: value, mediaType: undefined }
  if (mediaType === 'multipart/form-data') return { body: filled(new FormData(), value), mediaType: undefined }
  if (mediaType === 'application/x-www-form-urlencoded') {
    return { body: filled(new URLSearchParams(), value), mediaType: undefined }
  }
  return { body: value as RawBody, mediaType: mediaType.includes('*') ? undefined : mediaType }
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
