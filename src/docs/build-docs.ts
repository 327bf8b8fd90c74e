import { readDocument } from '../document/read-document.ts'
import { readReference } from '../document/read-reference.ts'
import { isInside, realPath } from '../document/real-path.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { browserScripts } from './browser-scripts.ts'
import { changelog } from './history/changelog.ts'
import { lastModified } from './history/last-modified.ts'
import { redocPage } from './redoc/redoc-page.ts'
import { type Site, site } from './site.ts'
import { siteFiles } from './site-files.ts'
import { writeSite } from './write-site.ts'

/** What to make a site from, and how. */
export interface SiteOptions {
  /** The document. */
  readonly spec: string
  /** Where the site will stand; default: not known. */
  readonly url?: string | undefined
  /** Whether the site has a page made by Redoc; default: true. */
  readonly hasRedoc?: boolean | undefined
  /** Whether the site is served while it is worked on; default: false. */
  readonly isServed?: boolean | undefined
}

/** What to build, and where. */
export interface DocsOptions extends SiteOptions {
  /** The folder that the site belongs in. */
  readonly out: string
}

/** The site that was built. */
export interface BuiltDocs {
  readonly pages: number
  readonly bytes: number
}

/**
 * Builds the reference site: pages that need no script and ask no other host for anything.
 *
 * @throws {CannotRunError} when the document or the folder cannot be used
 */
export async function buildDocs({ out, ...options }: DocsOptions): Promise<BuiltDocs> {
  // A copy of the document belongs to the site.
  if (isInside(realPath(options.spec), realPath(out)))
    throw new CannotRunError(`${out} holds the document; the site needs a folder of its own. Choose another --out.`)
  const whole = await readSite(options)
  const files = new Map([
    ...(await pagesOf(whole)),
    ...(whole.hasRedoc ? [['redoc.html', await redocPage(whole)] as const] : []),
  ])
  await writeSite(out, files)
  return {
    pages: [...files.keys()].filter((path) => path.endsWith('.html')).length,
    bytes: [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  }
}

/**
 * Reads the document and what is known around it.
 *
 * @throws {CannotRunError} when the document cannot be used
 */
export async function readSite({ spec, url, hasRedoc = true, isServed = false }: SiteOptions): Promise<Site> {
  const address = url === undefined ? undefined : siteAddress(url)
  const { bundle, inputs } = await readDocument(spec)
  const [modified, versions] = await Promise.all([lastModified(spec, inputs), changelog(spec)])
  const reference = readReference(bundle)
  return site({ bundle, reference, lastModified: modified, url: address, changelog: versions, hasRedoc, isServed })
}

/** Every file of the site but `redoc.html`, by its path in it. */
export async function pagesOf(whole: Site): Promise<ReadonlyMap<string, string>> {
  return siteFiles(whole, await browserScripts())
}

function siteAddress(url: string): string {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new CannotRunError(`--url ${url} is no address; use one such as https://docs.example.com/gateways/.`)
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname.replace(/\/*$/, '/')}`
}
