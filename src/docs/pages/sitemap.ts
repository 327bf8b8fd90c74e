import { type Markup, markup } from '../../report/markup.ts'
import type { Site } from '../site.ts'

/** `sitemap.xml` (sitemaps.org): the protocol asks for whole addresses, which a site has once it knows its own. */
export function sitemap({ url, lastModified, order }: Site): string {
  const modified: Markup | string = lastModified === undefined ? '' : markup`<lastmod>${lastModified}</lastmod>`
  const note: Markup | string =
    url === undefined ? markup`<!-- Built without --url: the addresses are relative to the site. -->\n` : ''
  return markup`<?xml version="1.0" encoding="UTF-8"?>
${note}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${order.map(({ path }) => markup`<url><loc>${url ?? ''}${path === 'index.html' && url !== undefined ? '' : path}</loc>${modified}</url>\n`)}</urlset>
`.markup
}
