import MarkdownIt, { type StateCore, type Token } from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import type { Markup } from '../report/markup.ts'

/** Renders the Markdown of a document's texts (CommonMark with tables), for pages of one folder. */
export interface RichText {
  /** Blocks; the highest of its headings gets the level that is given, 3 unless told otherwise. */
  readonly blocks: (markdown: string, firstHeading?: number) => Markup
  /** One line, without paragraphs. */
  readonly inline: (markdown: string) => Markup
}

/**
 * Text renderers that link the words that are operationIds to their pages. What comes out is cleaned of all that could run
 * or load anything; a link that leads to no whole address is text, because it was meant for another page.
 */
export function richText(pageOf: (word: string) => string | undefined): RichText {
  const markdown = new MarkdownIt({ html: true })
  const pages = new Set<string>()
  const pageLinked = (word: string) => {
    const page = pageOf(word)
    if (page !== undefined) pages.add(page)
    return page
  }
  markdown.core.ruler.push('operation-links', (state) => {
    for (const { children } of state.tokens) if (children) linkWords(children, pageLinked, state.Token)
  })
  const known = new Map<string, Markup>()
  const remembered = (key: string, make: () => string): Markup => {
    const made = known.get(key) ?? { markup: make() }
    known.set(key, made)
    return made
  }
  return {
    blocks: (text, firstHeading = 3) =>
      remembered(`${firstHeading} ${text}`, () => cleaned(markdown.render(text.trim()), firstHeading, pages)),
    inline: (text) => remembered(`inline ${text}`, () => cleaned(markdown.renderInline(text.trim()), 3, pages).trim()),
  }
}

/** Splits the text tokens at the words that have a page. Text in a link stays as it is. */
function linkWords(children: Token[], pageOf: (word: string) => string | undefined, Make: StateCore['Token']): void {
  let depth = 0
  for (let index = 0; index < children.length; index++) {
    const token = children[index]
    if (token?.type === 'link_open') depth++
    if (token?.type === 'link_close') depth--
    if (token === undefined || depth > 0 || (token.type !== 'text' && token.type !== 'code_inline')) continue
    const pieces = token.type === 'text' ? token.content.split(/([A-Za-z_][\w/-]*)/) : [token.content]
    if (!pieces.some((piece) => pageOf(piece) !== undefined)) continue
    const parts = pieces.filter((piece) => piece !== '').flatMap((piece) => linked(token, piece, pageOf(piece), Make))
    children.splice(index, 1, ...parts)
    index += parts.length - 1
  }
}

function linked(token: Token, piece: string, page: string | undefined, Make: StateCore['Token']): Token[] {
  const text = Object.assign(new Make(token.type, token.tag, 0), { content: piece, markup: token.markup })
  if (page === undefined) return [text]
  const open = new Make('link_open', 'a', 1)
  // Its own mark tells it from a link that the document wrote.
  open.attrs = [['href', `${ownLink}${page}`]]
  return [open, text, new Make('link_close', 'a', -1)]
}

const ownLink = 'page:'

function cleaned(html: string, firstHeading: number, pages: ReadonlySet<string>): string {
  const highest = Math.min(...[...html.matchAll(/<h([1-6])\b/gi)].map(([, level]) => Number(level)))
  const clean = sanitizeHtml(html, {
    allowedTags: [
      ...[
        'p',
        'br',
        'hr',
        'em',
        'strong',
        'b',
        'i',
        'u',
        's',
        'del',
        'ins',
        'code',
        'pre',
        'kbd',
        'samp',
        'var',
        'sub',
        'sup',
      ],
      ...[
        'blockquote',
        'ul',
        'ol',
        'li',
        'dl',
        'dt',
        'dd',
        'table',
        'caption',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
        'a',
      ],
      ...['h2', 'h3', 'h4', 'h5', 'h6', 'details', 'summary'],
    ],
    allowedAttributes: { a: ['href'], ol: ['start'], th: ['colspan', 'rowspan', 'scope'], td: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map(
          (level) => [`h${level}`, `h${Math.max(2, Math.min(6, level + firstHeading - highest))}`] as const,
        ),
      ),
      a: (_, { href = '' }) => {
        // A document may write the mark too: it leads to pages alone.
        const page = href.startsWith(ownLink) ? href.slice(ownLink.length) : ''
        if (pages.has(page)) return { tagName: 'a', attribs: { href: page } }
        return /^(https?|mailto):/i.test(href) ? { tagName: 'a', attribs: { href } } : { tagName: 'a', attribs: {} }
      },
      // A picture would be asked from another host.
      img: (_, { src = '', alt = '' }) =>
        /^https?:/i.test(src)
          ? { tagName: 'a', attribs: { href: src }, text: alt || 'picture' }
          : { tagName: 'em', attribs: {}, text: alt },
      th: (_, attribs) => ({ tagName: 'th', attribs: { scope: 'col', ...attribs } }),
    },
    // A link that leads nowhere is text.
    exclusiveFilter: ({ tag, attribs }) => (tag === 'a' && attribs.href === undefined ? 'excludeTag' : false),
  })
  return placed(clean)
}

/** Where each of these elements may stand; anywhere else it would break off what is around the text. */
const parents: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  summary: ['details'],
  caption: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tr: ['table', 'thead', 'tbody'],
  th: ['tr'],
  td: ['tr'],
}

/** Leaves out the tags of elements that stand where they may not, and keeps what is in them. The tags are in pairs already. */
function placed(html: string): string {
  const open: { tag: string; isKept: boolean }[] = []
  return html.replaceAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g, (whole, slash, tag) => {
    if (tag === 'br' || tag === 'hr') return whole
    if (slash !== '') return open.pop()?.isKept ? whole : ''
    const parent = open.findLast(({ isKept }) => isKept)?.tag ?? ''
    const isKept = parents[tag]?.includes(parent) ?? true
    open.push({ tag, isKept })
    return isKept ? whole : ''
  })
}
