import type { ServerResponse } from 'node:http'
import type { SandboxResponse } from './exchange.ts'
import type { Fault } from './faults.ts'

/** Sends an answer, or what a fault leaves of it. */
export function deliver(response: ServerResponse, answer: SandboxResponse, { latencyMs, kind }: Fault = {}): void {
  const send = () => senders[kind?.name ?? 'whole'](response, answer)
  if (latencyMs) later(response, send, latencyMs)
  else send()
}

function later(response: ServerResponse, send: () => void, latencyMs: number): void {
  const timer = setTimeout(send, latencyMs)
  response.once('close', () => clearTimeout(timer))
}

type Sender = (response: ServerResponse, answer: SandboxResponse) => void

const whole: Sender = (response, answer) => {
  start(response, answer).end(answer.body)
}

const senders: Readonly<Record<NonNullable<Fault['kind']>['name'] | 'whole', Sender>> = {
  whole,
  status: whole,
  html: whole,
  reset: (response) => {
    response.socket?.resetAndDestroy()
  },
  truncate: (response, answer) => {
    const { socket } = response
    start(response, answer).write(firstHalf(answer), () => socket?.destroySoon())
  },
  stall: (response, answer) => {
    start(response, answer).write(firstHalf(answer))
  },
}

function start(response: ServerResponse, { status, headers, body }: SandboxResponse): ServerResponse {
  return response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
}

function firstHalf({ body }: SandboxResponse): Uint8Array {
  const bytes = Buffer.from(body)
  return bytes.subarray(0, Math.ceil(bytes.length / 2))
}
