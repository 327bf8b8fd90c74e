import { decoded } from '../document/json.ts'
import type { Model, Operation } from '../document/model.ts'

/** What a recorded request is to the document. */
export type Match =
  /** A call of the operation, with its path parameters as they stood in the URL, decoded. */
  | { readonly kind: 'operation'; readonly operation: Operation; readonly values: ReadonlyMap<string, string> }
  /** The path is there, without the method, or nothing is; `operation` is the one beside it. */
  | { readonly kind: 'method' | 'path'; readonly operation: Operation }
  /** A question of a browser about another origin. */
  | { readonly kind: 'preflight' }

/** Tells what a request is to the document; undefined when it goes to none of its servers. */
export type Matcher = (method: string, url: string) => Match | undefined

interface Base {
  /** Undefined where the document leaves the host open. */
  readonly origin: string | undefined
  /** Without a slash at its end. */
  readonly path: string
  /** Those with more literal segments first. */
  readonly templates: readonly Template[]
}

interface Template {
  readonly operations: readonly Operation[]
  readonly segments: readonly Segment[]
  /** Sorts a literal segment before one that is a template. */
  readonly rank: string
}

interface Segment {
  readonly pattern: RegExp
  readonly names: readonly string[]
}

/** Matches requests by the servers of the document, or by the one that is given in their place. */
export function operationMatcher({ operations, servers }: Model, server?: string): Matcher {
  const own = (operation: Operation) => (operation.servers.length > 0 ? operation.servers : servers)
  const basesOf = (operation: Operation) => (server === undefined ? own(operation) : [server])
  const pairs = operations.flatMap((operation) => {
    const urls = basesOf(operation)
    return (urls.length > 0 ? urls : ['/']).map((url) => ({ url, operation }))
  })
  const bases = [...Map.groupBy(pairs, ({ url }) => url)].map(([url, all]) =>
    baseOf(
      url,
      all.map(({ operation }) => operation),
    ),
  )
  const longestFirst = bases.toSorted((a, b) => b.path.length - a.path.length)
  return (method, url) => {
    if (!URL.canParse(url)) return undefined
    const { origin, pathname } = new URL(url)
    const found = longestFirst.flatMap((base) => matchBelow(base, method, { origin, pathname }) ?? [])
    return found.find(({ kind }) => kind === 'operation') ?? found[0]
  }
}

function baseOf(url: string, operations: readonly Operation[]): Base {
  const absolute = URL.canParse(url) ? new URL(url) : undefined
  const byPath = [...Map.groupBy(operations, ({ path }) => path)]
  const templates = byPath.map(([path, own]) => template(path, own))
  return {
    origin: absolute?.origin,
    path: (absolute?.pathname ?? `/${url}`.replace(/^\/+/, '/')).replace(/\/+$/, ''),
    templates: templates.sort((a, b) => (a.rank < b.rank ? -1 : 1)),
  }
}

function template(path: string, operations: readonly Operation[]): Template {
  const segments = path.split('/').map(segment)
  return { operations, segments, rank: segments.map(({ names }) => Math.min(names.length, 1)).join('') }
}

function segment(text: string): Segment {
  // Names stand at the odd places.
  const parts = text.split(/\{([^{}]+)\}/)
  const source = parts.map((part, index) => (index % 2 === 1 ? '(.+?)' : literal(part))).join('')
  return { pattern: new RegExp(`^${source}$`, 's'), names: parts.filter((_, index) => index % 2 === 1) }
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function matchBelow(
  { origin, path, templates }: Base,
  method: string,
  url: { readonly origin: string; readonly pathname: string },
): Match | undefined {
  if (origin !== undefined && origin !== url.origin) return undefined
  if (!`${url.pathname}/`.startsWith(`${path}/`)) return undefined
  const segments = url.pathname.slice(path.length).split('/').map(decoded)
  for (const one of templates) {
    const values = valuesIn(one, segments)
    if (values) return matchMethod(one, method, values)
  }
  if (method === 'OPTIONS') return { kind: 'preflight' }
  // Without a host of its own the document says nothing of other paths.
  const nearest = origin === undefined ? undefined : templates[0]?.operations[0]
  return nearest && { kind: 'path', operation: nearest }
}

function valuesIn({ segments }: Template, given: readonly string[]): ReadonlyMap<string, string> | undefined {
  if (segments.length !== given.length) return undefined
  const values = new Map<string, string>()
  for (const [index, { pattern, names }] of segments.entries()) {
    const found = pattern.exec(given[index] ?? '')
    if (!found) return undefined
    for (const [place, name] of names.entries()) values.set(name, found[place + 1] ?? '')
  }
  return values
}

/** HEAD is there wherever GET is (RFC 9110, section 9.1), and OPTIONS is asked by browsers themselves. */
function matchMethod({ operations }: Template, method: string, values: ReadonlyMap<string, string>): Match | undefined {
  const named = (wanted: string) => operations.find((operation) => operation.method.toUpperCase() === wanted)
  const operation = named(method) ?? (method === 'HEAD' ? named('GET') : undefined)
  if (operation) return { kind: 'operation', operation, values }
  if (method === 'OPTIONS') return { kind: 'preflight' }
  return operations[0] && { kind: 'method', operation: operations[0] }
}
