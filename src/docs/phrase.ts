import { type Markup, markup } from '../report/markup.ts'

/** A line of words and code, told in HTML and in Markdown from the same parts. */
export type Phrase = readonly (string | Code)[]

export interface Code {
  readonly code: string
}

export function phraseHtml(phrase: Phrase): Markup {
  return markup`${phrase.map((part) => (typeof part === 'string' ? markup`${part}` : markup`<code>${part.code}</code>`))}`
}

export function phraseMarkdown(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : codeSpan(part.code))).join('')
}

/** The words with the code between marks, as a page's search and a program read it. */
export function phraseText(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : part.code)).join('')
}

/** Code in Markdown (CommonMark 6.1): more backticks around it than stand in it anywhere. */
export function codeSpan(code: string): string {
  const text = code.replaceAll(/\r?\n/g, ' ')
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const needsSpace = /^`|`$|^ .* $/s.test(text) || text === ''
  return needsSpace ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`
}

/** Phrases in one line, with something between them. */
export function joined(phrases: readonly Phrase[], between: string): Phrase {
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [between, ...phrase]))
}

/** Pieces of code in a row: `a`, `b` and `c`. */
export function listed(names: readonly string[], last: 'and' | 'or' = 'and'): Phrase {
  return names.flatMap((name, index) => {
    const before = index === 0 ? [] : [index === names.length - 1 ? ` ${last} ` : ', ']
    return [...before, { code: name }]
  })
}

/** A value as a reader writes it: a text without quotes, everything else as JSON. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
