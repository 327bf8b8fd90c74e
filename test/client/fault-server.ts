import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { turns } from './fake-clock.ts'

/** One request as it arrived. */
export interface Received {
  readonly method: string
  /** Path and query, byte for byte. */
  readonly target: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Bytes to write, each in a packet of its own, or what happens to the connection. */
export type Step = string | Uint8Array | 'stall' | 'reset' | 'close' | { readonly drip: string }
/** After the last step the connection waits for the next request. */
export type Answer = readonly Step[] | ((request: Received) => readonly Step[])

export interface FaultServer {
  readonly url: string
  readonly requests: readonly Received[]
  /** How many connections are open. */
  readonly open: () => number
  /** How many bytes have dripped. */
  readonly dripped: () => number
}

/** A server that answers its requests byte for byte as the script says, the last answer over and over. */
export async function faultServer(...script: readonly Answer[]): Promise<FaultServer> {
  const requests: Received[] = []
  const sockets = new Set<Socket>()
  const drops = { count: 0 }
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    readRequests(socket, (request) => {
      requests.push(request)
      const answer = script[Math.min(requests.length, script.length) - 1] ?? []
      void play(socket, typeof answer === 'function' ? answer(request) : answer, () => drops.count++)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, requests, open: () => sockets.size, dripped: () => drops.count }
}

/** The bytes of a whole answer. */
export function answer(status: number, body: string | Uint8Array = '', headers: Record<string, string> = {}) {
  return [head(status, { 'content-length': String(Buffer.byteLength(body)), ...headers }), body] as const
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}) {
  return answer(status, JSON.stringify(value), { 'content-type': 'application/json', ...headers })
}

export function head(status: number, headers: Record<string, string> = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} Told\r\n${lines.join('')}\r\n`
}

async function play(socket: Socket, steps: readonly Step[], dripped: () => void): Promise<void> {
  for (const step of steps) {
    if (step === 'stall') return
    if (step === 'reset') return void socket.resetAndDestroy()
    if (step === 'close') return socket.destroySoon()
    if (typeof step === 'object' && 'drip' in step) return drip(socket, step.drip, dripped)
    if (step.length > 0) socket.write(step)
    await turns(2)
  }
}

/** Writes a byte every few milliseconds until the other side has enough. */
function drip(socket: Socket, text: string, dripped: () => void): void {
  const timer = setInterval(() => {
    socket.write(text)
    dripped()
  }, 2)
  socket.once('close', () => clearInterval(timer))
}

function readRequests(socket: Socket, receive: (request: Received) => void): void {
  let bytes = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk])
    for (let next = firstRequest(bytes); next; next = firstRequest(bytes)) {
      bytes = bytes.subarray(next.length)
      receive(next.request)
    }
  })
}

function firstRequest(bytes: Buffer): { readonly request: Received; readonly length: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const [method = '', target = ''] = first.split(' ')
  const body = headers['transfer-encoding'] ? chunked(bytes, end + 4) : sized(bytes, end + 4, headers['content-length'])
  return body && { request: { method, target, headers, body: body.bytes.toString() }, length: body.end }
}

interface Body {
  readonly bytes: Buffer
  readonly end: number
}

function sized(bytes: Buffer, start: number, length = '0'): Body | undefined {
  const end = start + Number(length)
  return bytes.length < end ? undefined : { bytes: bytes.subarray(start, end), end }
}

function chunked(bytes: Buffer, start: number): Body | undefined {
  const chunks: Buffer[] = []
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const end = lineEnd + 2 + size + 2
    if (bytes.length < end) return undefined
    if (size === 0) return { bytes: Buffer.concat(chunks), end }
    chunks.push(bytes.subarray(lineEnd + 2, end - 2))
    at = end
  }
}

/** Where nothing listens any more. */
export async function refusingUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}`
}

/** Where a connection is never established: the listener takes none from its queue, and the queue is full. */
export async function unacceptingUrl(): Promise<string> {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads')
     const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port)
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
     })`,
    { eval: true },
  )
  const [port] = (await once(worker, 'message')) as [number]
  const sockets = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => {}))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await worker.terminate()
  })
  await Promise.all(sockets.slice(0, 2).map((socket) => once(socket, 'connect')))
  return `http://127.0.0.1:${port}`
}
