import { createServer, type IncomingMessage, type Server, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { pipeline } from 'node:stream'
import { decoded } from '../document/json.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'

/** Where and for whom a site is served. */
interface DocsServerOptions {
  /** 0 takes a free port. */
  readonly port: number
  /** Base URL of the local service that requests are sent to. */
  readonly target: string
}

/** A site that is served on 127.0.0.1. */
export interface DocsServer {
  readonly baseUrl: string
  /** Shows these files from now on, beside pages that were added, and reloads what is open. */
  readonly show: (files: ReadonlyMap<string, string>) => void
  /** Adds a page that took longer, or takes its older one away. */
  readonly add: (path: string, text: string) => void
  readonly stop: () => Promise<void>
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
  '.yaml': 'application/yaml',
}

/** @throws {CannotRunError} when the port cannot be listened on */
export async function startDocsServer({ port, target }: DocsServerOptions): Promise<DocsServer> {
  let files: ReadonlyMap<string, string> = new Map()
  const added = new Map<string, string>()
  const readers = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    if (!isLocal(request)) return end(response, 403, 'This server is for this machine alone.')
    const [, pathname = '/', search = ''] = /^([^?]*)(.*)$/.exec(request.url ?? '/') ?? []
    if (pathname === '/-/changes') return follow(response, readers)
    if (pathname.startsWith('/-/try/'))
      return forward(request, response, `${target}${pathname.slice('/-/try'.length)}${search}`)
    const path = decoded(pathname).slice(1) || 'index.html'
    const text = files.get(path) ?? added.get(path)
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only GET is answered here.')
    return text === undefined
      ? page(response, 404, '404.html', files.get('404.html') ?? 'Not found')
      : page(response, 200, path, text)
  })
  await listening(server, port)
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show: (fresh) => {
      files = fresh
      for (const reader of readers) reader.write('data: built\n\n')
    },
    add: (path, text) => added.set(path, text),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new CannotRunError(`The site cannot be served: ${cause.message}`, { cause })),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
}

/** A page of another site must neither read this one nor send through it, by a name of its own that leads here either. */
function isLocal({ headers: { host = '', origin, 'sec-fetch-site': site } }: IncomingMessage): boolean {
  const isLoopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)
  const isOwn = origin === undefined || origin === `http://${host}`
  return isLoopback && isOwn && site !== 'cross-site'
}

function page(response: ServerResponse, status: number, path: string, text: string): void {
  const type = mediaTypes[extname(path)] ?? 'application/octet-stream'
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(text)
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

/** Keeps a page told (HTML, server-sent events). */
function follow(response: ServerResponse, readers: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(': hello\n\n')
  readers.add(response)
  response.on('close', () => readers.delete(response))
}

/** Headers of one hop alone (RFC 9110, section 7.6.1), and what is about this server. */
const notForwarded = ['host', 'connection', 'origin', 'referer', 'cookie', 'transfer-encoding', 'keep-alive', 'upgrade']

function forward(request: IncomingMessage, response: ServerResponse, url: string): void {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !notForwarded.includes(name)))
  const onward = send(url, { method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    // An answer that is broken off breaks ours off.
    pipeline(answer, response, () => {})
  })
  onward.on('error', (error) => {
    if (response.headersSent) response.destroy()
    else end(response, 502, `The local service at ${new URL(url).origin} does not answer: ${error.message}`)
  })
  // Who has gone waits for no answer.
  response.on('close', () => onward.destroy())
  request.pipe(onward)
}
