import { isObject, objectFrom, objectsIn, pointerOf, pointerTokens, textAt, valueAt } from './json.ts'

/** A reference that names nothing but itself, in one step or several. */
export interface SelfReference {
  /** JSON pointer to the object that holds the `$ref`. */
  readonly pointer: string
  /** The references that were followed; the last of them leads back. */
  readonly chain: readonly string[]
}

/** A file without its self-references, and what they were: no reader can follow them. */
export function withoutSelfReferences(file: unknown): { file: unknown; found: readonly SelfReference[] } {
  const found: SelfReference[] = []
  const walk = (value: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, String(index)]))
    if (!isObject(value)) return value
    const pointer = pointerOf(path)
    const chain = chainFrom(file, textAt(value, '$ref'))
    const leadsBack = chain.some((ref) => pointerOf(pointerTokens(ref)) === pointer)
    if (leadsBack) found.push({ pointer, chain })
    const members = Object.entries(value).filter(([key]) => !(leadsBack && key === '$ref'))
    return objectFrom(members.map(([key, member]) => [key, walk(member, [...path, key])] as const))
  }
  return hasLoop(file) ? { file: walk(file, []), found } : { file, found }
}

/** Few files have a loop, and the others are not copied. */
function hasLoop(file: unknown): boolean {
  for (const value of objectsIn(file)) {
    const [start, ...others] = chainFrom(file, textAt(value, '$ref'))
    if (start !== undefined && textAt(valueAt(file, others.at(-1) ?? start), '$ref') !== undefined) return true
  }
  return false
}

/** The references inside the file that follow from one another, up to the first that was there before. */
function chainFrom(file: unknown, start: string | undefined): readonly string[] {
  const chain: string[] = []
  let next = start
  while (next?.startsWith('#') && !chain.includes(next)) {
    chain.push(next)
    next = textAt(valueAt(file, next), '$ref')
  }
  return chain
}

/** Files by their absolute names, and how a reference in one of them names another. */
export interface LinkedFiles {
  readonly files: ReadonlyMap<string, unknown>
  readonly resolve: (base: string, reference: string) => string
}

/** The self-references that lead through more than one file. */
export function selfReferencesBetween(linked: LinkedFiles): (SelfReference & { readonly file: string })[] {
  const found: (SelfReference & { file: string })[] = []
  const walk = (file: string, value: unknown, path: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return
    const place = `${file}${pointerOf(path)}`
    const chain = placesFrom(linked, file, textAt(value, '$ref'))
    if (chain.includes(place)) found.push({ file, pointer: pointerOf(path), chain })
    for (const [key, member] of Object.entries(value)) walk(file, member, [...path, key])
  }
  for (const [file, value] of linked.files) walk(file, value, [])
  return found
}

/** The places that references lead to from one another, up to the first that was there before. */
function placesFrom({ files, resolve }: LinkedFiles, start: string, ref: string | undefined): readonly string[] {
  const chain: string[] = []
  let next = ref
  let file = start
  while (next !== undefined) {
    const [before = '', after = ''] = next.split('#')
    if (before !== '') file = resolve(file, before)
    const place = `${file}${pointerOf(pointerTokens(after))}`
    if (chain.includes(place)) break
    chain.push(place)
    next = textAt(valueAt(files.get(file), `#${after}`), '$ref')
  }
  return chain
}
