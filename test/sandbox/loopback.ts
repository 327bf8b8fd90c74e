import { connect } from 'node:net'
import { onTestFinished } from 'vitest'
import { type SandboxOptions, startSandbox } from '../../src/sandbox/http-server.ts'
import { gateways, service, token } from './service.ts'

/** The sandbox behind HTTP on a free port, until the test ends. */
export async function loopback(options: Partial<SandboxOptions> = {}) {
  const { handler, store } = service()
  const sandbox = await startSandbox({ handler, ...options })
  onTestFinished(sandbox.stop)
  const url = sandbox.baseUrl + gateways
  const send = (init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  return { ...sandbox, url, send, store }
}

/** Sends bytes as they are, and resolves to all that comes back until the connection ends, and to its error. */
export function exchange(url: string, text: string): Promise<{ readonly received: string; readonly error?: string }> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname, () => socket.write(text))
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk
  })
  return new Promise((resolve) => {
    socket.once('error', ({ message }) => resolve({ received, error: message }))
    socket.once('close', () => resolve({ received }))
  })
}

export function get(...headers: readonly string[]): string {
  const lines = [`GET ${gateways} HTTP/1.1`, 'host: sandbox', `authorization: Bearer ${token}`, ...headers]
  return `${lines.join('\r\n')}\r\n\r\n`
}
