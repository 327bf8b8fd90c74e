import { flatSchema } from '../document/flat-schema.ts'
import { schemaName } from '../document/read-model.ts'
import type { DescribedServer, Reference } from '../document/reference.ts'
import type { Phrase } from './phrase.ts'
import { isPresenceChoice, type PresenceView, presenceView } from './schema/presence-choices.ts'
import { schemePhrase } from './scheme-phrase.ts'
import type { Site } from './site.ts'
import { statusText } from './status-text.ts'

/** What the first page tells beside the document's own words. */
export interface Overview {
  readonly servers: readonly DescribedServer[]
  readonly schemes: readonly { readonly name: string; readonly how: Phrase; readonly description: string }[]
  /** Rules about members of request bodies, and the schemas that have them. */
  readonly rules: readonly { readonly bodies: readonly string[]; readonly rule: PresenceView }[]
  readonly errors: readonly OverviewError[]
}

export interface OverviewError {
  readonly status: string
  readonly words: string
  readonly description: string
  /** Which operations answer so, in words. */
  readonly operations: string
}

export function overview({ reference }: Pick<Site, 'reference'>): Overview {
  return {
    servers: reference.servers,
    schemes: reference.securitySchemes.map(({ name, scheme, description }) => ({
      name,
      how: schemePhrase(scheme),
      description,
    })),
    rules: rulesOf(reference),
    errors: errorsOf(reference),
  }
}

/** The same rule of several bodies is told once. */
function rulesOf(reference: Reference): Overview['rules'] {
  const found = new Map<string, { bodies: string[]; rule: PresenceView }>()
  const seen = new Set<unknown>()
  const visit = (name: string): void => {
    const schema = reference.schemas[name]
    if (schema === undefined || seen.has(schema)) return
    seen.add(schema)
    const flat = flatSchema(reference, [schema])
    for (const { branches } of flat.choices.filter((choice) => isPresenceChoice(choice.branches))) {
      const key = JSON.stringify(branches)
      const known = found.get(key) ?? { bodies: [], rule: presenceView(branches as Parameters<typeof presenceView>[0]) }
      found.set(key, { ...known, bodies: [...known.bodies, schemaName(name)] })
    }
    for (const part of flat.parts) for (const inner of references(part)) visit(inner)
  }
  for (const { requestBody } of reference.operations)
    for (const { schema } of requestBody?.content ?? []) for (const name of references(schema)) visit(name)
  return [...found.values()]
}

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' && typeof member === 'string' ? [member] : references(member),
  )
}

function errorsOf({ operations }: Reference): OverviewError[] {
  const found = new Map<string, { status: string; description: string; ids: string[] }>()
  for (const { operationId, responses } of operations) {
    for (const { status, description } of responses.filter((response) => !/^[123]/.test(response.status))) {
      const known = found.get(`${status} ${description}`) ?? { status, description, ids: [] }
      known.ids.push(operationId)
      found.set(`${status} ${description}`, known)
    }
  }
  const byStatus = [...found.values()].sort((a, b) => (a.status === b.status ? 0 : a.status < b.status ? -1 : 1))
  return byStatus.slice(0, mostErrors).map(({ status, description, ids }) => ({
    status,
    words: statusText(status),
    description,
    operations:
      ids.length === operations.length ? 'all' : ids.length > mostNamed ? `${ids.length} operations` : ids.join(', '),
  }))
}

/** A document with a text of its own for each error of each operation would fill the page; the operations tell them. */
const mostErrors = 40
const mostNamed = 8
