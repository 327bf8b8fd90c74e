import { watchDocument } from '../document/watch-document.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { pagesOf, readSite } from './build-docs.ts'
import { type DocsServer, startDocsServer } from './docs-server.ts'
import { redocPage } from './redoc/redoc-page.ts'
import type { Site } from './site.ts'

/** What to serve, and how. */
export interface ServeOptions {
  readonly spec: string
  /** A folder that is not watched: where sites are built. */
  readonly out: string
  /** 0 takes a free port. */
  readonly port: number
  /** Base URL of the local service that requests are sent to. */
  readonly target: string
  readonly hasRedoc: boolean
  /** Told what happens, a line at a time. */
  readonly log: (line: string) => void
}

/**
 * Serves the site of a document from memory, and builds it anew after each change; pages that are open reload. The page
 * that Redoc makes follows when it is done. While a document cannot be used, the site stays as it was, and the log says why.
 *
 * @throws {CannotRunError} when the document cannot be used at the start, or the server cannot listen
 */
export async function serveDocs(options: ServeOptions): Promise<DocsServer> {
  const { spec, out, port, target, hasRedoc, log } = options
  let round = 0
  const read = () => readSite({ spec, hasRedoc, isServed: true })
  const show = async (server: DocsServer, whole: Site) => {
    const current = ++round
    server.show(await pagesOf(whole))
    if (!hasRedoc) return
    // A newer build makes a page of its own.
    void redocPage(whole).then(
      (page) => current === round && server.add('redoc.html', page),
      (error: Error) => log(error.message),
    )
  }
  const first = await read()
  const server = await startDocsServer({ port, target })
  await show(server, first)
  let isFresh = true
  const rebuild = async () => {
    // The watch calls once at its start.
    const isNews = !isFresh
    isFresh = false
    if (!isNews) return
    const before = performance.now()
    await read()
      .then((whole) => show(server, whole))
      .then(
        () => log(`Built in ${Math.round(performance.now() - before)} ms.`),
        (error: unknown) => log(explained(error)),
      )
  }
  const stopWatching = watchDocument(spec, out, rebuild)
  return {
    ...server,
    stop: async () => {
      stopWatching()
      await server.stop()
    },
  }
}

function explained(error: unknown): string {
  if (!(error instanceof CannotRunError)) return error instanceof Error ? (error.stack ?? error.message) : String(error)
  const places = error.findings.map(
    ({ message, location }) => `${location ? `${location.file}:${location.line} ` : ''}${message}`,
  )
  return [...places, error.message, 'The site stays as it was.'].join('\n')
}
