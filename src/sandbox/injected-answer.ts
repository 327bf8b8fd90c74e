import type { SandboxResponse } from './exchange.ts'
import { code, failure } from './failures.ts'
import type { FaultKind } from './faults.ts'

/** How google.rpc maps codes to statuses, read the other way; Unknown for a status that it does not give. */
const codes: Readonly<Record<number, number>> = {
  400: code.invalidArgument,
  401: code.unauthenticated,
  403: code.permissionDenied,
  404: code.notFound,
  408: code.deadlineExceeded,
  409: code.aborted,
  412: code.failedPrecondition,
  429: code.resourceExhausted,
  500: code.internal,
  501: code.unimplemented,
  502: code.unavailable,
  503: code.unavailable,
  504: code.deadlineExceeded,
}
const unknown = 2

const page = `<!doctype html>
<html lang="en"><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>
`

/** The answer that a fault gives instead of the service, which then is not asked. */
export function injectedAnswer(kind: FaultKind | undefined): SandboxResponse | undefined {
  if (kind?.name === 'html') return { status: 502, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page }
  if (kind?.name !== 'status') return undefined
  const { status, retryAfter } = kind
  const headers = {
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
  }
  return failure(status, { code: codes[status] ?? unknown, message: 'This failure was asked for.' }, headers)
}
