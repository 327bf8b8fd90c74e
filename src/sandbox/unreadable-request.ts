import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { code, failure } from './failures.ts'

/**
 * Refuses a body that is too large. Answers at once, but ends only when the rest has come in: to close on unread data
 * would take the answer back with a reset.
 */
export function refuseLarge(request: IncomingMessage, response: ServerResponse): void {
  const { headers, body } = failure(413, { code: code.invalidArgument, message: 'A body holds 1 MiB at most.' })
  response.writeHead(413, { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' }).write(body)
  const timer = setTimeout(() => response.end(), 2_000)
  response.once('close', () => clearTimeout(timer))
  request.once('end', () => response.end()).resume()
}

const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Refuses what the engine cannot read as HTTP, and of which there is no request to answer. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const status = statuses[error.code ?? ''] ?? '400 Bad Request'
  const { body } = failure(400, { code: code.invalidArgument, message: 'The request is not readable as HTTP.' })
  const lines = [`HTTP/1.1 ${status}`, 'content-type: application/json', 'connection: close']
  socket.end(`${[...lines, `content-length: ${body.length}`].join('\r\n')}\r\n\r\n${body}`)
}
