import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A folder that is served on 127.0.0.1. */
export interface PageServer {
  readonly origin: string
  /** All that was asked for and found so far, each file once, in KiB. */
  readonly weight: () => { readonly packed: number; readonly raw: number }
  readonly stop: () => Promise<void>
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Serves a folder to one reader after another, each of whom comes for the first time: nothing may be kept. */
export async function pageServer(folder: string): Promise<PageServer> {
  const sent = new Map<string, Buffer>()
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1')
    const file = join(folder, pathname)
    const type = mediaTypes[extname(file)]
    if (type === undefined || !existsSync(file)) return response.writeHead(404).end()
    const content = sent.get(pathname) ?? readFileSync(file)
    sent.set(pathname, content)
    return response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    weight: () => {
      const contents = [...sent.values()]
      const packed = contents.map((content) => gzipSync(content, { level: 9 }))
      return { packed: kibibytes(packed), raw: kibibytes(contents) }
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function kibibytes(contents: readonly Buffer[]): number {
  return contents.reduce((total, { length }) => total + length, 0) / 1024
}
