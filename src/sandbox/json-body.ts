import type { SandboxRequest, SandboxResponse } from './exchange.ts'
import { code, failure } from './failures.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The value that a request's body holds, or the answer that refuses it. */
export function jsonBody(
  request: SandboxRequest,
): { readonly value: unknown; readonly refusal?: undefined } | { readonly refusal: SandboxResponse } {
  if (request.body.byteLength === 0) return { refusal: unreadable('The request needs a body.') }
  if (!isJson(request.headers)) return { refusal: unsupported() }
  try {
    return { value: JSON.parse(utf8.decode(request.body)) }
  } catch {
    // The engine's own message quotes the body, and with it perhaps a key.
    return { refusal: unreadable('The body is not JSON in UTF-8.') }
  }
}

function isJson(headers: SandboxRequest['headers']): boolean {
  const type = /^application\/json *(?:; *charset="?utf-8"? *)?;? *$/i
  return type.test(headers['content-type'] ?? '') && /^(identity)?$/i.test(headers['content-encoding'] ?? '')
}

function unreadable(message: string): SandboxResponse {
  return failure(400, { code: code.invalidArgument, message })
}

function unsupported(): SandboxResponse {
  const message = 'The body must be sent as application/json, in UTF-8 and without a content coding.'
  return failure(415, { code: code.invalidArgument, message }, { accept: 'application/json' })
}
