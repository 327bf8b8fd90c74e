import { writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { fetchedDocument } from '../../src/upstream/fetched-document.ts'
import { temporaryFolder } from '../workspace.ts'

/** The URL of a server that answers so until the test ends. */
async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`
}

/** A `fetch` that redirects along these places, and remembers what it was asked for. */
function redirecting(...places: readonly string[]) {
  const asked: string[] = []
  const left = [...places]
  const answer: typeof fetch = async (url) => {
    asked.push(String(url))
    const location = left.shift()
    return location === undefined ? new Response('there') : new Response(null, { status: 302, headers: { location } })
  }
  return { asked, fetch: answer }
}

async function message(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  expect(error).toBeInstanceOf(CannotRunError)
  return error instanceof CannotRunError ? error.message : ''
}

describe('a document', () => {
  test('is read from a file', async () => {
    const file = join(temporaryFolder(), 'a.yaml')
    writeFileSync(file, 'openapi: 3.0.3 # ü')
    expect(await fetchedDocument(file)).toBe('openapi: 3.0.3 # ü')
  })

  test('is fetched over http from a loopback address', async () => {
    expect(await fetchedDocument(await served((_, response) => response.end('openapi: 3.0.3')))).toBe('openapi: 3.0.3')
  })

  test('is fetched along three redirects to https', async () => {
    const { asked, fetch } = redirecting('https://b.example/x', '/y', 'https://c.example/z')
    expect(await fetchedDocument('https://a.example/', { fetch })).toBe('there')
    expect(asked).toEqual(['https://a.example/', 'https://b.example/x', 'https://b.example/y', 'https://c.example/z'])
  })
})

describe('what cannot be read', () => {
  test('is a file that is not there', async () => {
    expect(await message(fetchedDocument('/no/such/file'))).toBe('Cannot read /no/such/file: there is no such file.')
  })

  test('is a file that is too large, or no text', async () => {
    const file = join(temporaryFolder(), 'a.yaml')
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]))
    expect(await message(fetchedDocument(file, { maxBytes: 2 }))).toContain('is larger than 2 bytes')
    expect(await message(fetchedDocument(file))).toContain('it is no text in UTF-8')
  })

  const urls: [string, string][] = [
    ['http://example.com/a', 'Cannot fetch http://example.com/a: use https, or http to a loopback address.'],
    ['http://127.0.0.1.example.com/a', 'use https, or http to a loopback address'],
    ['ftp://example.com/a', 'use https, or http to a loopback address'],
    ['file:///etc/passwd', 'use https, or http to a loopback address'],
    ['https://user:secret@example.com/a', 'The URL holds a user'],
    ['https://', 'The URL cannot be read'],
  ]
  test.each(urls)('is %s', async (url, why) => {
    const { asked, fetch } = redirecting()
    const said = await message(fetchedDocument(url, { fetch }))
    expect(said).toContain(why)
    expect(said).not.toContain('secret')
    expect(asked).toEqual([])
  })

  const redirects: [string, readonly string[], string][] = [
    ['to http', ['http://127.0.0.1/x'], 'it redirects to http://127.0.0.1/x, and only https is followed'],
    ['to a file', ['file:///etc/passwd'], 'only https is followed'],
    ['to a user', ['https://user:secret@b.example/'], 'only https is followed'],
    ['nowhere', ['https://'], 'it redirects nowhere'],
    ['four times', ['/1', '/2', '/3', '/4'], 'it redirects more than 3 times'],
  ]
  test.each(redirects)('is what redirects %s', async (_, places, why) => {
    const { asked, fetch } = redirecting(...places)
    const said = await message(fetchedDocument('https://a.example/?token=secret', { fetch }))
    expect(said).toContain(why)
    expect(said).not.toContain('secret')
    expect(asked.every((url) => url.startsWith('https://a.example/'))).toBe(true)
  })

  test('is an answer that is no 200', async () => {
    const url = await served((_, response) => response.writeHead(404).end('no'))
    expect(await message(fetchedDocument(url))).toBe(`Cannot fetch ${url}: it answers 404.`)
  })

  test('is an answer without an end, once it is too large or too late', async () => {
    const endless = await served((_, response) => response.write('x'.repeat(100)))
    expect(await message(fetchedDocument(endless, { maxBytes: 99 }))).toContain('is larger than 99 bytes')
    expect(await message(fetchedDocument(endless, { timeoutMs: 200 }))).toContain('it was not there after 0.2 seconds')
  })

  test('is an answer that is large once it is unpacked', async () => {
    const { gzipSync } = await import('node:zlib')
    const packed = gzipSync('x'.repeat(100_000))
    const url = await served((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed))
    expect(packed.length).toBeLessThan(1000)
    expect(await message(fetchedDocument(url, { maxBytes: 1000 }))).toContain('is larger than 1000 bytes')
  })

  test('is a server that is not there', async () => {
    const url = await served((request) => request.socket.destroy())
    expect(await message(fetchedDocument(url))).toMatch(/^Cannot fetch http:\/\/127\.0\.0\.1:\d+\/openapi\.yaml: .+\.$/)
  })
})
