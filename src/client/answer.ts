import { RedirectError, ResponseTooLargeError } from './errors.ts'
import { orUndefined } from './or-undefined.ts'
import type { PreparedCall } from './prepared-call.ts'
import type { Scope } from './scope.ts'
import type { Secrets } from './secrets.ts'

/** An answer that was read to its end. */
export interface Answer {
  readonly status: number
  readonly statusText: string
  /** As they came, secrets included. */
  readonly headers: Headers
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The `x-request-id`, secrets taken out. */
  readonly requestId: string | undefined
}

/** The answer that a call got in the end. */
export interface Outcome {
  readonly answer: Answer
  /** For the message of an error: why it was not asked for again. */
  readonly note: string
}

/**
 * Reads an answer to its end.
 *
 * @throws {RedirectError} when it leads elsewhere: no redirect is followed
 * @throws {ResponseTooLargeError} when its body is longer than may be, or says so
 */
export async function readAnswer(
  response: Response,
  call: PreparedCall,
  scope: Scope,
  maxResponseBytes: number,
): Promise<Answer> {
  const { place, secrets } = call
  const { status, statusText, headers, type, redirected } = response
  const requestId = secrets.text(headers.get('x-request-id') ?? '') || undefined
  const reader = response.body?.getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = reader ? Number(headers.get('content-length')) : 0
  try {
    if (type === 'opaqueredirect' || redirected || (status > 299 && status < 400 && status !== 304)) {
      const location = originOf(redirected ? response.url : headers.get('location'), call)
      const message = `${place} was redirected to ${location ?? 'another place'}, which is not followed`
      throw new RedirectError(message, { status, requestId, location })
    }
    for (let read = 0; ; length = read) {
      if (length > maxResponseBytes) {
        const message = `${place} answered ${status} with more than ${maxResponseBytes} bytes (maxResponseBytes)`
        throw new ResponseTooLargeError(message, { status, requestId, maxResponseBytes })
      }
      const { value } = (await (reader && scope.race(reader.read()))) ?? {}
      if (!value) return { status, statusText, headers, requestId, bytes: joined(chunks, read) }
      read += value.byteLength
      chunks.push(value)
    }
  } catch (error) {
    orUndefined(() => reader?.cancel().catch(() => {}))
    throw error
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

/** Of the target of a redirect only the origin is named: what follows may hold what was sent. */
function originOf(target: string | null, { url, secrets }: PreparedCall): string | undefined {
  const origin = orUndefined(() => new URL(target ?? '', target === null ? undefined : url).origin)
  return origin && origin !== 'null' ? secrets.text(origin) : undefined
}

/** The headers without what the service repeats of the secrets. */
export function withoutSecrets(headers: Headers, secrets: Secrets): Headers {
  const clean = [...headers].map(([name, value]) => [name, secrets.text(value)] as [string, string])
  // A list, because `set-cookie` may stand in it several times.
  return new Headers(clean)
}

const decoder = new TextDecoder()

/** The body as text, as it came. */
export function textOf({ bytes }: Answer): string {
  return decoder.decode(bytes)
}
