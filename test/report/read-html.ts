/** A table as it is read: texts alone. The first cell of a row is its name. */
export interface ReadTable {
  readonly id: string
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The text of every element with one of these tags, in the order of the page. An element must hold none of its own tag. */
export function textsOf(html: string, ...tags: readonly string[]): string[] {
  return elements(html, tags.join('|')).map(textOf)
}

export function tablesOf(html: string): ReadTable[] {
  return elements(html, 'table').map((table) => ({
    id: /<caption id="([^"]*)">/.exec(table)?.[1] ?? '',
    caption: textsOf(table, 'caption').join(),
    columns: textsOf(elements(table, 'thead').join(), 'th'),
    rows: elements(elements(table, 'tbody').join(), 'tr').map((row) => textsOf(row, 'th', 'td')),
  }))
}

/** The part of a page below the heading with this id. */
export function sectionOf(html: string, id: string): string {
  return elements(html, 'section').find((section) => section.includes(`<h2 id="${id}">`)) ?? ''
}

/** What stands between the tags. Our pages escape each `>` of a text, so that one always ends a tag. */
function elements(html: string, tags: string): string[] {
  return [...html.matchAll(new RegExp(`<(${tags})(?: [^>]*)?>(.*?)</\\1>`, 'gs'))].map(([, , inner = '']) => inner)
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(\w+);/g, (_, name: string) => characters[name] ?? '')
}
