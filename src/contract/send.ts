import { CannotRunError } from '../report/cannot-run-error.ts'
import type { CaseRequest, CaseResponse } from './case.ts'

const timeoutMs = 10_000

/**
 * Sends one request as it is written.
 *
 * @throws {CannotRunError} when no answer comes within ten seconds
 */
export async function send(baseUrl: string, { method, path, headers, body }: CaseRequest): Promise<CaseResponse> {
  try {
    const response = await fetch(baseUrl + path, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body !== undefined && { body }),
    })
    return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() }
  } catch (cause) {
    throw new CannotRunError(`${baseUrl} cannot be reached: ${reasonOf(cause)} (${method} ${path})`, { cause })
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`
  return error.cause instanceof Error ? error.cause.message : error.message
}
