import { open } from 'node:fs/promises'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { oneLine } from '../report/visible-text.ts'

/** What a document may cost. */
export interface FetchLimits {
  /** For all requests together, up to the last byte. */
  readonly timeoutMs: number
  /** After decompression. */
  readonly maxBytes: number
  readonly maxRedirects: number
  readonly fetch: typeof fetch
}

const usual: FetchLimits = { timeoutMs: 30_000, maxBytes: 20 * 2 ** 20, maxRedirects: 3, fetch }

/** Whether a source is a URL; anything else is a file. */
export function isUrl(source: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(source)
}

/**
 * The text of a document in a file or behind a URL: https, or http to a loopback address.
 *
 * @throws {CannotRunError} that says what cannot be read and why; it never shows a user, a password or a query
 */
export async function fetchedDocument(source: string, limits: Partial<FetchLimits> = {}): Promise<string> {
  const used = { ...usual, ...limits }
  const bytes = isUrl(source) ? await fetchedBytes(allowedUrl(source), used) : await fileBytes(source, used)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new CannotRunError(`Cannot read ${shown(source)}: it is no text in UTF-8.`, { cause })
  }
}

/** A source without what it may hold of secrets. */
export function shown(source: string): string {
  if (!isUrl(source) || !URL.canParse(source)) return isUrl(source) ? 'the URL' : source
  const { origin, pathname } = new URL(source)
  return origin === 'null' ? 'the URL' : `${origin}${pathname}`
}

function allowedUrl(source: string): URL {
  if (!URL.canParse(source))
    throw new CannotRunError('The URL cannot be read; write it in full, such as https://example.com/openapi.yaml.')
  const url = new URL(source)
  if (url.username !== '' || url.password !== '')
    throw new CannotRunError('The URL holds a user; fetch the document yourself and give the file.')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))
    throw new CannotRunError(`Cannot fetch ${shown(source)}: use https, or http to a loopback address.`)
  return url
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

async function fetchedBytes(url: URL, limits: FetchLimits): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  const name = shown(url.href)
  try {
    const response = await answered(url, limits, signal)
    const { body, status } = response
    if (status !== 200) throw await refused(response, `Cannot fetch ${name}: it answers ${status}.`)
    return await limited(chunksOf(body), limits.maxBytes, name)
  } catch (cause) {
    if (cause instanceof CannotRunError) throw cause
    const seconds = limits.timeoutMs / 1000
    if (signal.aborted)
      throw new CannotRunError(`Cannot fetch ${name}: it was not there after ${seconds} seconds.`, { cause })
    throw new CannotRunError(`Cannot fetch ${name}: ${reason(cause)}.`, { cause })
  }
}

/** The first answer that is no redirect. */
async function answered(first: URL, limits: FetchLimits, signal: AbortSignal): Promise<Response> {
  let url = first
  for (let left = limits.maxRedirects; ; left--) {
    const headers = { accept: 'application/json, application/yaml, text/yaml, */*;q=0.5' }
    const response = await limits.fetch(url, { signal, headers, redirect: 'manual' })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || location === null) return response
    if (left === 0)
      throw await refused(
        response,
        `Cannot fetch ${shown(first.href)}: it redirects more than ${limits.maxRedirects} times.`,
      )
    url = await redirected(response, location, url)
  }
}

async function redirected(response: Response, location: string, from: URL): Promise<URL> {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined
  if (to?.protocol === 'https:' && to.username === '' && to.password === '') {
    await response.body?.cancel()
    return to
  }
  const where = to === undefined ? 'nowhere' : `to ${shown(to.href)}`
  throw await refused(response, `Cannot fetch ${shown(from.href)}: it redirects ${where}, and only https is followed.`)
}

/** What is left of an answer would hold its connection open. */
async function refused({ body }: Response, message: string): Promise<CannotRunError> {
  await body?.cancel()
  return new CannotRunError(message)
}

async function fileBytes(path: string, { maxBytes }: FetchLimits): Promise<Uint8Array> {
  try {
    await using file = await open(path)
    return await limited(file.createReadStream(), maxBytes, path)
  } catch (cause) {
    if (cause instanceof CannotRunError) throw cause
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw new CannotRunError(`Cannot read ${path}: ${isMissing ? 'there is no such file' : reason(cause)}.`, { cause })
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  try {
    for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) yield next.value
  } finally {
    await reader?.cancel()
  }
}

async function limited(chunks: AsyncIterable<Uint8Array>, most: number, name: string) {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > most) throw new CannotRunError(`${name} is larger than ${most} bytes; that is no document to compare.`)
    kept.push(chunk)
  }
  return Buffer.concat(kept)
}

function reason(error: unknown): string {
  const { cause, message } = Object(error)
  const { code, message: deeper } = Object(cause)
  return oneLine(String(code ?? deeper ?? message ?? error))
}
