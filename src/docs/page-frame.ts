import { type Markup, markup } from '../report/markup.ts'
import { type Neighbours, neighbours, type OperationPage, type PageLink, type Site } from './site.ts'

/** One page of the site. */
export interface Page {
  readonly title: string
  readonly description: string
  /** Relative to the site, such as `operations/createGateway.html`. */
  readonly path: string
  readonly content: Markup
  /** The same facts in Markdown, relative to the page. */
  readonly markdown?: string
}

/** A page asks for its own style, scripts and pictures alone; only a page that is served asks its server for more. */
function policyOf({ isServed }: Pick<Site, 'isServed'>): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    ...(isServed ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

export const generator = 'inference-gateways docs'

/** A whole page: landmarks, navigation, search, and what it is about. */
export function pageHtml(site: Site, page: Page): string {
  const { reference } = site
  const up = upFrom(page.path)
  const beside = neighbours(site, page.path)
  const title = page.title === reference.title ? page.title : `${page.title} – ${reference.title}`
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(site)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${generator}">
<meta name="description" content="${page.description}">
<title>${title}</title>
<link rel="icon" href="${up}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}site.css">
${headLinks(site, page, beside, up)}<script src="${up}site.js" defer blocking="render" data-search="${up}search.js"></script>
${site.isServed ? markup`<script src="${up}live-reload.js" defer></script>\n` : ''}</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header>
<a class="home" href="${up}index.html">${reference.title || 'API reference'}</a> <span class="version">${reference.version}</span>
<search class="needs-script"><label for="search">Search</label> <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="Operations, properties" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list" aria-keyshortcuts="Control+K Meta+K">
<ul id="found" role="listbox" aria-label="Found" tabindex="-1" hidden></ul></search>
</header>
<div class="frame">
${navigation(site, page, up)}<main id="content" tabindex="-1">
${page.content}
${neighboursHtml(beside, up)}</main>
</div>
${footer(site, page, up)}</body>
</html>
`.markup
}

/** The way from a page back to the site's folder. */
function upFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1)
}

function headLinks({ url }: Site, { path, markdown }: Page, { previous, next }: Neighbours, up: string): Markup {
  return markup`${[
    ...(url === undefined ? [] : [markup`<link rel="canonical" href="${url}${path === 'index.html' ? '' : path}">\n`]),
    ...(markdown === undefined ? [] : [markup`<link rel="alternate" type="text/markdown" href="${markdown}">\n`]),
    ...(previous ? [markup`<link rel="prev" href="${up}${previous.path}">\n`] : []),
    ...(next ? [markup`<link rel="next" href="${up}${next.path}">\n`] : []),
  ]}`
}

/** More operations than this are only listed where they belong together with the page, and then those around it. */
const mostInNavigation = 60

function navigation(site: Site, page: Page, up: string): Markup {
  const all = site.operations.length <= mostInNavigation
  const link = (path: string, title: Part) =>
    markup`<li><a href="${up}${path}"${path === page.path ? { markup: ' aria-current="page"' } : ''}>${title}</a></li>\n`
  const groups = site.groups.map(({ tag, anchor, pages }) => {
    const isOpen = all || pages.some(({ path }) => `${path}.html` === page.path)
    const near = isOpen ? around(pages, page.path) : []
    const heading =
      near.length < pages.length ? markup`<a href="${up}index.html#${anchor}">${tag.title}</a>` : tag.title
    const list = markup`<ul>
${near.map((one) => link(`${one.path}.html`, navigationTitle(one)))}</ul>
`
    return markup`<p class="group">${heading}</p>
${isOpen ? list : ''}`
  })
  return markup`<nav class="pages" aria-label="Pages">
<details class="menu">
<summary>Pages</summary>
<ul>
${link('index.html', 'Overview')}</ul>
${groups}<ul>
${site.changelog.length > 0 ? link('changelog.html', 'Changelog') : ''}${site.hasRedoc ? link('redoc.html', 'Redoc') : ''}</ul>
</details>
</nav>
`
}

/** At most as many pages as the navigation lists, with the one that is shown among them. */
function around(pages: readonly OperationPage[], path: string): readonly OperationPage[] {
  if (pages.length <= mostInNavigation) return pages
  const index = pages.findIndex((page) => `${page.path}.html` === path)
  const from = Math.min(Math.max(0, index - mostInNavigation / 2), pages.length - mostInNavigation)
  return pages.slice(from, from + mostInNavigation)
}

type Part = Markup | string

function navigationTitle({ operation: { method, deprecated }, title }: OperationPage): Markup {
  const name = deprecated ? markup`<s>${title}</s>` : markup`${title}`
  return markup`<span class="method ${method}">${method.toUpperCase()}</span> <span>${name}</span>`
}

function neighboursHtml({ previous, next }: Neighbours, up: string): Markup | string {
  if (!previous && !next) return ''
  const link = (rel: 'prev' | 'next', word: string, page: PageLink | undefined) =>
    page ? markup`<a rel="${rel}" href="${up}${page.path}"><span>${word}</span> ${page.title}</a>\n` : ''
  return markup`<nav class="neighbours" aria-label="Previous and next">
${link('prev', 'Previous', previous)}${link('next', 'Next', next)}</nav>
`
}

function footer({ reference, lastModified, hasRedoc }: Site, { markdown }: Page, up: string): Markup {
  const { license, contact } = reference
  const who =
    contact?.url !== undefined && /^https?:/.test(contact.url)
      ? markup`<a href="${contact.url}">${contact.name}</a>`
      : contact?.name
  const about = [
    ...(lastModified === undefined
      ? []
      : [markup`The document was last modified on <time datetime="${lastModified}">${lastModified}</time>. `]),
    ...(license ? [markup`License: ${license.name}. `] : []),
    ...(who === undefined ? [] : [markup`Contact: ${who}.`]),
  ]
  return markup`<footer>
${about.length === 0 ? '' : markup`<p>${about}</p>\n`}<p>For programs: ${markdown === undefined ? '' : markup`<a href="${markdown}">this page in Markdown</a>, `}<a href="${up}llms.txt">llms.txt</a>, <a href="${up}openapi.yaml" download>openapi.yaml</a>, <a href="${up}openapi.json" download>openapi.json</a>.${
    hasRedoc ? markup` Interactive: <a href="${up}redoc.html">Redoc</a>.` : ''
  }</p>
</footer>
`
}
