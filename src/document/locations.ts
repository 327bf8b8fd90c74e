import { relative } from 'node:path'
import { getLineColLocation, type LocationObject, Source } from '@redocly/openapi-core'
import type { Location } from '../report/finding.ts'
import { userFolder } from '../report/user-folder.ts'
import { pointerOf, pointerTokens } from './json.ts'
import { jsonOffset } from './json-offset.ts'
import { isJson } from './parsed-json.ts'

/** Remembers from which file and pointer each object of a bundled document came. */
export interface Locations {
  readonly remember: (node: object, source: Source, pointer: string) => void
  /** Where the value under a pointer of the bundled document was written. */
  readonly locate: (bundled: unknown, pointer: string) => Location | undefined
  /** The place of the object that was remembered last. */
  readonly last: () => Location | undefined
}

interface Origin {
  readonly source: Source
  readonly pointer: string
}

/** Starts an empty memory. It works because bundling moves objects and does not copy them. */
export function locations(): Locations {
  const origins = new Map<object, Origin>()
  let latest: Origin | undefined
  const read = lineReader()
  return {
    remember: (node, source, pointer) => {
      latest = { source, pointer }
      if (!origins.has(node)) origins.set(node, latest)
    },
    last: () => latest && read(latest),
    locate: (bundled, pointer) => {
      const found = nearestOrigin(origins, bundled, pointerTokens(pointer))
      return found && read(found)
    },
  }
}

/**
 * Reads lines off places in source files. The syntax trees that this takes of YAML are large; they are kept by the reader
 * alone, and go when it goes.
 */
export function lineReader(): (place: LocationObject) => Location {
  const copies = new Map<Source, Source>()
  return (place) => {
    const { absoluteRef, body } = place.source
    const tokens = pointerTokens(place.pointer ?? '#')
    const at = { file: shownPath(absoluteRef), pointer: pointerOf(tokens) }
    if (place.pointer !== undefined && isJson(place.source)) {
      const offset = jsonOffset(body, tokens, place.reportOnKey ?? false)
      return { ...at, line: body.slice(0, offset).split('\n').length }
    }
    const source = copies.get(place.source) ?? new Source(absoluteRef, body, undefined)
    copies.set(place.source, source)
    return { ...at, line: getLineColLocation({ ...place, source }).start.line }
  }
}

/** A path as a user would type it: relative when it lies below the folder in which the user stands. */
export function shownPath(file: string): string {
  const path = relative(userFolder(), file)
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
