import { visibleText } from './visible-text.ts'

/** HTML or XML that is safe to put in a page or file. */
export interface Markup {
  readonly markup: string
}

export type Part = Markup | readonly Markup[] | string | number

/**
 * A template for HTML and XML alike: what stands in it is markup, what is put in is text, and so is escaped unless it is
 * markup itself. Attributes have to be in double quotes.
 */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: String.raw({ raw: template }, ...parts.map(markupOf)) }
}

function markupOf(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeMarkup(String(part))
  return 'markup' in part ? part.markup : part.map((one) => one.markup).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text as it stands between tags or in an attribute; what XML 1.0 forbids is written out. */
export function escapeMarkup(text: string): string {
  return visibleText(text).replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
}
