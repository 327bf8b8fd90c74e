import { readFileSync } from 'node:fs'
import { stringify } from 'yaml'
import type { JsonObject } from '../document/json.ts'
import type { BrowserScripts } from './browser-scripts.ts'
import { changelogPage } from './pages/changelog.ts'
import { llmsIndex } from './pages/llms.ts'
import { notFoundPage } from './pages/not-found.ts'
import { operationPage } from './pages/operation.ts'
import { operationMarkdown } from './pages/operation-markdown.ts'
import { overviewPage } from './pages/overview.ts'
import { overviewMarkdown } from './pages/overview-markdown.ts'
import { sitemap } from './pages/sitemap.ts'
import { searchEntries } from './search-entries.ts'
import type { Site } from './site.ts'

const style = readFileSync(new URL('./site.css', import.meta.url), 'utf8')

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#5b2bc4"/><path d="M4 4h8M4 8h8M4 12h5" stroke="#fff" stroke-width="1.6"/></svg>\n'

/** Scripts that only a served site has. */
const servedScripts: readonly string[] = ['try-it.js', 'live-reload.js']

/** Every file of the site but `redoc.html`, by its path in the site. */
export function siteFiles(site: Site, scripts: BrowserScripts): ReadonlyMap<string, string> {
  const views = new Map(site.operations.map((page) => [page, page.view()]))
  const index = overviewMarkdown(site)
  const bundle = headFirst(site.bundle)
  const texts = new Map([...views].map(([{ path }, view]) => [`${path}.md`, operationMarkdown(site, view)]))
  return new Map([
    ['index.html', overviewPage(site)],
    ['index.md', index],
    ...[...views].map(([page, view]) => [`${page.path}.html`, operationPage(site, page, view)] as const),
    ...texts,
    ...(site.changelog.length > 0 ? [['changelog.html', changelogPage(site)] as const] : []),
    ['404.html', notFoundPage(site)],
    ['llms.txt', llmsIndex(site)],
    ['llms-full.txt', [index, ...texts.values()].join('\n')],
    ['sitemap.xml', sitemap(site)],
    ['openapi.json', `${JSON.stringify(bundle, null, 2)}\n`],
    ['openapi.yaml', stringify(bundle, { aliasDuplicateObjects: false, lineWidth: 0 })],
    ['site.css', style],
    ['icon.svg', icon],
    ['search-entries.js', searchEntries(site, views)],
    ...[...scripts].filter(([name]) => site.isServed || !servedScripts.includes(name)),
  ])
}

/** The document with what it is about before what it holds. */
function headFirst(document: JsonObject): JsonObject {
  const head = ['openapi', 'info', 'servers', 'security', 'tags', 'paths'].filter((name) => name in document)
  return { ...Object.fromEntries(head.map((name) => [name, document[name]])), ...document }
}
