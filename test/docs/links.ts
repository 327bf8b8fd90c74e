import { posix } from 'node:path'

/** Every link in the files of a site that leads to nothing, as `page: link`. */
export function brokenLinks(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, text]) =>
    linksIn(path, text)
      .filter((link) => !isWhole(link) && !resolves(files, path, link))
      .map((link) => `${path}: ${link}`),
  )
}

export function linksIn(path: string, text: string): string[] {
  if (path.endsWith('.html'))
    return [...text.matchAll(/ (?:href|src|data-search)="([^"]*)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    )
  if (path === 'sitemap.xml') return [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, link = '']) => link)
  if (path === 'search-entries.js') {
    const entries: string[][] = JSON.parse(text.replace(/^globalThis\.referenceEntries=/, ''))
    return entries.map(([, , page = '']) => page)
  }
  const isText = /\.(md|txt)$/.test(path) && path !== 'llms-full.txt'
  return isText ? [...text.matchAll(/\]\(([^()\s]*)\)/g)].map(([, link = '']) => link) : []
}

function isWhole(link: string): boolean {
  return /^(https?|mailto):/.test(link)
}

function resolves(files: ReadonlyMap<string, string>, from: string, link: string): boolean {
  const [path = '', fragment] = link.split('#')
  const target = path === '' ? from : posix.join(posix.dirname(from), path)
  const text = files.get(target)
  if (text === undefined) return false
  if (fragment === undefined) return true
  const id = decodeURIComponent(fragment)
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
  return text.includes(` id="${id}"`)
}
