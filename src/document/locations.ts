import { relative } from 'node:path'
import { getLineColLocation, type LocationObject, type Source } from '@redocly/openapi-core'
import type { Location } from '../report/finding.ts'
import { pointerOf, pointerTokens } from './json.ts'

/** Remembers from which file and pointer each object of a bundled document came. */
export interface Locations {
  readonly remember: (node: object, source: Source, pointer: string) => void
  /** Where the value under a pointer of the bundled document was written. */
  readonly locate: (bundled: unknown, pointer: string) => Location | undefined
}

interface Origin {
  readonly source: Source
  readonly pointer: string
}

/** Starts an empty memory. It works because bundling moves objects and does not copy them. */
export function locations(): Locations {
  const origins = new Map<object, Origin>()
  return {
    remember: (node, source, pointer) => {
      if (!origins.has(node)) origins.set(node, { source, pointer })
    },
    locate: (bundled, pointer) => {
      const found = nearestOrigin(origins, bundled, pointerTokens(pointer))
      return found && locationIn(found)
    },
  }
}

/** The location that the structure check reports, in our own shape. */
export function locationIn(place: LocationObject): Location {
  const { source, start } = getLineColLocation(place)
  return { file: shownPath(source.absoluteRef), line: start.line, pointer: place.pointer ?? '#/' }
}

/** A path as a user would type it: relative when it lies below the working directory. */
export function shownPath(file: string): string {
  const path = relative(process.cwd(), file)
  return path === '' || path.startsWith('..') ? file : path
}

/** Walks down and keeps the deepest object whose origin is known, with what is left of the pointer. */
function nearestOrigin(
  origins: ReadonlyMap<object, Origin>,
  bundled: unknown,
  tokens: readonly string[],
): Origin | undefined {
  let node: unknown = bundled
  let nearest: Origin | undefined
  for (let depth = 0; typeof node === 'object' && node !== null; depth++) {
    const origin = origins.get(node)
    const rest = tokens.slice(depth)
    if (origin) nearest = { source: origin.source, pointer: pointerOf([...pointerTokens(origin.pointer), ...rest]) }
    const token = tokens[depth]
    if (token === undefined) break
    node = Reflect.get(node, token)
  }
  return nearest
}
