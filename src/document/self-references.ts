import { isObject, objectFrom, pointerOf, pointerTokens, textAt, valueAt } from './json.ts'

/** A reference that names nothing but itself, in one step or several. */
export interface SelfReference {
  /** The file that holds it; empty where there is only one. */
  readonly file: string
  /** JSON pointer to the object that holds the `$ref`. */
  readonly pointer: string
  /** The places that were followed; the last of them leads back. */
  readonly chain: readonly string[]
}

/** Files by their names, and how a reference in one of them names another. */
export interface LinkedFiles {
  readonly files: ReadonlyMap<string, unknown>
  readonly resolve: (base: string, reference: string) => string
}

/** Every reference in the files that leads back to itself. */
export function selfReferencesIn(linked: LinkedFiles): SelfReference[] {
  const found: SelfReference[] = []
  const walk = (file: string, value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return
    const ref = textAt(value, '$ref')
    const chain = ref === undefined ? [] : placesFrom(linked, file, ref)
    if (chain.includes(`${file}${pointerOf(path)}`)) found.push({ file, pointer: pointerOf(path), chain })
    for (const [key, member] of Object.entries(value)) walk(file, member, [...path, key])
  }
  for (const [file, value] of linked.files) walk(file, value, [])
  return found
}

/** The places that references lead to from one another, up to the first that was there before. */
function placesFrom({ files, resolve }: LinkedFiles, start: string, ref: string): readonly string[] {
  const chain: string[] = []
  let next: string | undefined = ref
  let file = start
  while (next !== undefined) {
    const [before = '', after = '']: string[] = next.split('#')
    if (before !== '') file = resolve(file, before)
    const place = `${file}${pointerOf(pointerTokens(after))}`
    if (chain.includes(place)) break
    chain.push(place)
    next = textAt(valueAt(files.get(file), `#${after}`), '$ref')
  }
  return chain
}

/** A file without the references in it that lead back to themselves inside it: no reader can follow them. */
export function withoutSelfReferences(file: unknown): { file: unknown; found: readonly SelfReference[] } {
  const found = selfReferencesIn({ files: new Map([['', file]]), resolve: (_, reference) => reference })
  const places = new Set(found.map(({ pointer }) => pointer))
  const without = (value: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => without(item, [...path, String(index)]))
    if (!isObject(value)) return value
    const isLoop = places.has(pointerOf(path))
    const members = Object.entries(value).filter(([key]) => !(isLoop && key === '$ref'))
    return objectFrom(members.map(([key, member]) => [key, without(member, [...path, key])] as const))
  }
  return { file: found.length === 0 ? file : without(file, []), found }
}
