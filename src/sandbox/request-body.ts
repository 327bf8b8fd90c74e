import type { IncomingMessage } from 'node:http'

const maximumBytes = 1_048_576
const nothing = new Uint8Array()

export function tooLarge({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > maximumBytes
}

/** Calls back once: with the body, or with undefined as soon as it is known to be larger than 1 MiB. */
export function requestBody(request: IncomingMessage, done: (body: Uint8Array | undefined) => void): void {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers
  if (length === undefined && coding === undefined) done(nothing)
  else if (tooLarge(request)) done(undefined)
  else collect(request, done)
}

function collect(request: IncomingMessage, done: (body: Uint8Array | undefined) => void): void {
  const chunks: Buffer[] = []
  let bytes = 0
  const add = (chunk: Buffer) => {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes <= maximumBytes) return
    request.off('data', add).off('end', complete)
    done(undefined)
  }
  const complete = () => done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
  request.on('data', add).once('end', complete)
}
