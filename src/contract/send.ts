import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { CannotRunError } from '../report/cannot-run-error.ts'
import type { CaseRequest, CaseResponse } from './message.ts'

/** How long an answer may take, its body included. */
export const defaultTimeoutMs = 10_000

const mostBytes = 10 * 1024 * 1024

const agents = {
  http: new HttpAgent({ keepAlive: true, maxSockets: 16 }),
  https: new HttpsAgent({ keepAlive: true, maxSockets: 16 }),
}

/**
 * Sends one request as it is written: no header is added but the host and the length, and no redirect is followed.
 *
 * @throws {CannotRunError} when no whole answer comes in time
 */
export async function send(
  baseUrl: string,
  { method, path, headers, body }: CaseRequest,
  timeoutMs = defaultTimeoutMs,
): Promise<CaseResponse> {
  try {
    const url = new URL(baseUrl + path)
    const [open, agent] = url.protocol === 'https:' ? [requestHttps, agents.https] : [requestHttp, agents.http]
    const bytes = body === undefined ? undefined : Buffer.from(body)
    const length = bytes && { 'content-length': bytes.length }
    return await new Promise((resolve, reject) => {
      const request = open(url, { method, agent, headers: { ...headers, ...length } })
      const timer = setTimeout(
        () => request.destroy(new Error(`no whole answer within ${timeoutMs / 1000} s`)),
        timeoutMs,
      )
      request.once('error', reject)
      request.once('response', (incoming) => answered(incoming).then(resolve, reject))
      request.once('close', () => clearTimeout(timer))
      request.end(bytes)
    })
  } catch (cause) {
    // A query may hold a token.
    const [bare] = path.split('?')
    throw new CannotRunError(`${baseUrl} cannot be reached: ${reasonOf(cause)} (${method} ${bare})`, {
      cause,
    })
  }
}

async function answered(incoming: IncomingMessage): Promise<CaseResponse> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) throw new Error(`the answer has more than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  const headers = Object.fromEntries(
    Object.entries(incoming.headersDistinct).map(([n, v]) => [n, (v ?? []).join(', ')]),
  )
  const bytes = unpacked(Buffer.concat(chunks), headers['content-encoding'])
  return { status: incoming.statusCode ?? 0, headers, ...textOf(bytes) }
}

/** A service may compress also when it was not asked to. */
function unpacked(bytes: Buffer, encoding = 'identity'): Buffer {
  const unpack = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync }[encoding]
  return unpack && bytes.length > 0 ? unpack(bytes) : bytes
}

function textOf(bytes: Buffer): Pick<CaseResponse, 'text' | 'isUtf8'> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: true }
  } catch {
    return { text: bytes.toString(), isUtf8: false }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message || ('code' in error ? String(error.code) : error.name)
}
