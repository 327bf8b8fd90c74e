import MiniSearch from 'minisearch'

/** What can be found: the page or place, and what is told beside its name. */
export interface Found {
  readonly title: string
  readonly detail: string
  /** Relative to the site. */
  readonly page: string
}

/** Finds what has all words, or their beginnings, the best first. */
export type Search = (query: string) => readonly Found[]

declare global {
  /** Title, detail, page and further words of each entry; from `search-entries.js`. */
  var referenceEntries: readonly (readonly [title: string, detail: string, page: string, words: string])[]
  var referenceSearch: Search
}

const entries = globalThis.referenceEntries
const index = new MiniSearch<{ id: number; title: string; detail: string; words: string }>({
  fields: ['title', 'detail', 'words'],
  // `weightsAndBiasesAuth` is found by `biases` too.
  tokenize: (text) => text.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).concat(text.split(/[^\p{L}\p{N}]+/u)),
  searchOptions: { prefix: true, combineWith: 'AND', boost: { title: 3, words: 2 }, fuzzy: 0.15 },
})
index.addAll(entries.map(([title, detail, , words], id) => ({ id, title, detail, words })))

globalThis.referenceSearch = (query) =>
  index.search(query).flatMap(({ id }) => {
    const [title, detail, page] = entries[id] ?? []
    return title === undefined || detail === undefined || page === undefined ? [] : [{ title, detail, page }]
  })
