import { decoded } from './json.ts'

/** Paths in their segments, by how many these are: only paths of the same length meet. */
export type PathsByLength = ReadonlyMap<number, readonly (readonly string[])[]>

export function pathsByLength(paths: Iterable<string>): PathsByLength {
  return Map.groupBy(
    [...new Set(paths)].map((path) => path.split('/')),
    ({ length }) => length,
  )
}

/**
 * Literal segments of other paths that a path parameter would hit with the same value, each once and sorted: `mine` for
 * `/pets/{id}` beside `/pets/mine`. A router takes the literal path (OpenAPI 3.1, Paths Object), so that such a value
 * calls another operation. None for a parameter that is no whole segment.
 */
export function neighbours(paths: PathsByLength, path: string, parameter: string): string[] {
  const own = path.split('/')
  const place = own.indexOf(`{${parameter}}`)
  if (place === -1) return []
  const literals = (paths.get(own.length) ?? []).flatMap((segments) => {
    const literal = segments[place] ?? ''
    return literal !== '' && !isTemplate(literal) && meet(own, segments, place) ? [decoded(literal)] : []
  })
  return [...new Set(literals)].sort()
}

/**
 * Whether the value alone decides between the paths: in the other places each has the same literal, or the other path takes
 * any. Where two values would have to meet, neither is refused.
 */
function meet(own: readonly string[], other: readonly string[], place: number): boolean {
  return own.every((segment, index) => {
    const beside = other[index] ?? ''
    return index === place || segment === beside || isTemplate(beside)
  })
}

function isTemplate(segment: string): boolean {
  return segment.includes('{')
}
