import { ResponseTooLargeError } from './errors.ts'
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
 * @throws {ResponseTooLargeError} when its body is longer than may be, or says so
 */
export async function readAnswer(
  response: Response,
  { place, secrets }: PreparedCall,
  scope: Scope,
  maxResponseBytes: number,
): Promise<Answer> {
  const { status, statusText, headers } = response
  const requestId = requestIdOf(headers, secrets)
  const reader = response.body?.getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = reader ? Number(headers.get('content-length')) : 0
  try {
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
    reader?.cancel().catch(() => {})
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

/** The `x-request-id` without secrets; undefined where there is none. */
export function requestIdOf(headers: Headers, secrets: Secrets): string | undefined {
  return secrets.text(headers.get('x-request-id') ?? '') || undefined
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
