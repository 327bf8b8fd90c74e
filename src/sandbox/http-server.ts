import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { deliver } from './delivery.ts'
import type { Handler, SandboxResponse } from './exchange.ts'
import { code, failure, invalid } from './failures.ts'
import { type Fault, faultForms, faultHeader, parseFault } from './faults.ts'
import { injectedAnswer } from './injected-answer.ts'
import { requestBody, tooLarge } from './request-body.ts'
import { refuseLarge, refuseUnreadable } from './unreadable-request.ts'

// An import of node:http would load all that it exports, a WebSocket client too: a fourth of the time to the first answer.
const { createServer } = process.getBuiltinModule('node:http')

/** Where `npm run sandbox` listens unless told otherwise. */
export const sandboxPort = 4020

export interface SandboxOptions {
  readonly handler: Handler
  /** 0, the default, takes a free one. */
  readonly port?: number
  readonly host?: string
  /** What goes wrong with every answer, unless the request's header names something else. */
  readonly fault?: Fault
  /** Is told of what the handler threw, which an answer does not say. */
  readonly log?: (text: string) => void
}

export interface Sandbox {
  readonly baseUrl: string
  readonly stop: () => Promise<void>
}

/** Puts a handler behind HTTP. Rejects when it cannot listen. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const listener = (request: IncomingMessage, response: ServerResponse) => receive(request, response, options)
  // Longer than clients keep an idle connection, so that none is closed under a request on its way.
  const server = createServer({ keepAliveTimeout: 65_000 }, listener)
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!tooLarge(request)) response.writeContinue()
    listener(request, response)
  })
  server.on('checkExpectation', listener)
  server.on('clientError', refuseUnreadable)
  await listening(server, options)
  return { baseUrl: baseUrl(server), stop: () => stopped(server) }
}

function receive(request: IncomingMessage, response: ServerResponse, options: SandboxOptions): void {
  requestBody(request, (body) => {
    if (!body) return refuseLarge(request, response)
    respond(request, response, body, options).catch((error: unknown) => {
      // A handler of another's making may give what HTTP cannot carry.
      logFailure(request, error, options)
      response.destroy()
    })
  })
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  body: Uint8Array,
  options: SandboxOptions,
): Promise<void> {
  const fault = faultOf(request, options)
  if (!fault) return deliver(response, invalid({ field: faultHeader, description: `must be ${faultForms}` }))
  deliver(response, injectedAnswer(fault.kind) ?? (await answer(request, body, options)), fault)
}

function faultOf({ headers }: IncomingMessage, { fault = {} }: SandboxOptions): Fault | undefined {
  const asked = headers[faultHeader]
  if (asked === undefined) return fault
  const own = parseFault(String(asked))
  return own && { ...fault, ...own }
}

async function answer(request: IncomingMessage, body: Uint8Array, options: SandboxOptions): Promise<SandboxResponse> {
  const { method = '', url = '' } = request
  try {
    return await options.handler({ method, url, headers: headersOf(request), body })
  } catch (error) {
    logFailure(request, error, options)
    return failure(500, { code: code.internal, message: 'The sandbox failed.' })
  }
}

function logFailure({ method }: IncomingMessage, error: unknown, { log }: SandboxOptions): void {
  log?.(`${method} failed: ${error instanceof Error ? error.stack : String(error)}`)
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const result: Record<string, string> = {}
  for (const name in headers) result[name] = String(headers[name])
  return result
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
