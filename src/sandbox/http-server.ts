import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Handler, SandboxResponse } from './exchange.ts'
import { code, failure } from './failures.ts'
import { requestBody, tooLarge } from './request-body.ts'

export interface SandboxOptions {
  readonly handler: Handler
  /** 0, the default, takes a free one. */
  readonly port?: number
  readonly host?: string
  /** Is told of what the handler threw, which an answer does not say. */
  readonly log?: (text: string) => void
}

export interface Sandbox {
  readonly baseUrl: string
  readonly stop: () => Promise<void>
}

/** Puts a handler behind HTTP. Rejects when it cannot listen. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const listener = (request: IncomingMessage, response: ServerResponse) => answer(request, response, options)
  // Longer than clients keep an idle connection, so that none is closed under a request on its way.
  const server = createServer({ keepAliveTimeout: 65_000 }, listener)
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!tooLarge(request)) response.writeContinue()
    listener(request, response)
  })
  server.on('clientError', refuseUnreadable)
  await listening(server, options)
  return { baseUrl: baseUrl(server), stop: () => stopped(server) }
}

function answer(request: IncomingMessage, response: ServerResponse, { handler, log }: SandboxOptions): void {
  requestBody(request, async (body) => {
    if (body === undefined) return refuseLarge(request, response)
    const { method = '', url = '' } = request
    try {
      send(response, await handler({ method, url, headers: headersOf(request), body }))
    } catch (error) {
      log?.(`${method} failed: ${error instanceof Error ? error.stack : String(error)}`)
      send(response, failure(500, { code: code.internal, message: 'The sandbox failed.' }))
    }
  })
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const result: Record<string, string> = {}
  for (const name in headers) result[name] = String(headers[name])
  return result
}

function send(response: ServerResponse, { status, headers, body }: SandboxResponse): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/** Answers at once, but ends only when the rest has come in: closing on unread data would reset the answer away. */
function refuseLarge(request: IncomingMessage, response: ServerResponse): void {
  const refusal = failure(413, { code: code.invalidArgument, message: 'A body holds 1 MiB at most.' })
  const headers = { ...refusal.headers, 'content-length': Buffer.byteLength(refusal.body), connection: 'close' }
  response.writeHead(413, headers).write(refusal.body)
  const timer = setTimeout(() => response.end(), 2_000)
  request.once('close', () => clearTimeout(timer))
  request.once('end', () => response.end()).resume()
}

/** What the engine cannot read as HTTP. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: import('node:stream').Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400
  const { body } = failure(status, { code: code.invalidArgument, message: 'The request is not readable as HTTP.' })
  const lines = [`HTTP/1.1 ${status} Refused`, 'content-type: application/json', 'connection: close']
  socket.end(`${[...lines, `content-length: ${body.length}`].join('\r\n')}\r\n\r\n${body}`)
}

function listening(server: Server, { port = 0, host = '127.0.0.1' }: SandboxOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(void server.off('error', reject)))
  })
}

function baseUrl(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
