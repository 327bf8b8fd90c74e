import {
  type FlatSchema,
  flatSchema,
  keyword,
  propertyNames,
  propertySchemas,
  typeOf,
} from '../../document/flat-schema.ts'
import { isObject } from '../../document/json.ts'
import type { JsonSchema, Model, Operation, Parameter } from '../../document/model.ts'
import { jsonBody } from '../request.ts'
import { hintsOf, type Lifecycle } from './hints.ts'
import { pagingParameters } from './paging.ts'

/** Something that can be created and read again, as far as the document lets it be recognised. */
export interface Resource {
  /** The last fixed segment of its path. */
  readonly name: string
  readonly create: Operation
  readonly get: Operation
  readonly list: Operation | undefined
  readonly update: Operation | undefined
  readonly remove: Operation | undefined
  /** The path parameter that tells one from another. */
  readonly idParameter: Parameter
  /** The member that holds the identifier, in what is sent and in what comes back. */
  readonly idMember: string
  /** Whether the caller may choose the identifier, as a UUID. */
  readonly idIsChosen: boolean
  /** The member of a create's body that names it for people. */
  readonly nameMember: string | undefined
  /** From an answer's body to the resource. */
  readonly inAnswer: readonly string[]
  /** From a list's body to the list. */
  readonly inList: readonly string[]
  /** Whether the list may hold a part only. */
  readonly isPaged: boolean
  /** From here on the paths start at the resource: to the object that holds the identifier and what was sent. */
  readonly specification: readonly string[]
  readonly createdAt: readonly string[] | undefined
  readonly updatedAt: readonly string[] | undefined
  /** The list's parameter that asks for what was updated after a moment. */
  readonly updatedAfter: Parameter | undefined
  readonly lifecycle: (Lifecycle & { readonly at: readonly string[] }) | undefined
}

/** Every resource that has at least a create and a get. */
export function resourcesOf(model: Model): Resource[] {
  return model.operations.filter(({ method }) => method === 'get').flatMap((get) => resourceOf(model, get) ?? [])
}

function resourceOf(model: Model, get: Operation): Resource | undefined {
  const [, collection, parameter] = /^(.*)\/\{([^{}/]+)\}$/.exec(get.path) ?? []
  const idParameter = get.parameters.find((one) => one.in === 'path' && one.name === parameter)
  const on = (path: string | undefined, ...methods: string[]) =>
    model.operations.find((one) => one.path === path && methods.includes(one.method))
  const create = on(collection, 'post')
  const body = answerSchema(get)
  const toId = idParameter && body !== undefined ? pathToId(model, body, idParameter.name) : undefined
  // A collection under another resource would need that one first.
  if (!create || !idParameter || !toId || /[{}]/.test(collection ?? '')) return undefined
  const list = on(collection, 'get')
  const inList = list && listPath(model, list, toId)
  const inAnswer = inList ? toId.slice(0, toId.length - inList.fromItem) : sharedStart(model, body ?? true, toId)
  const at = schemaUnder(model, body ?? true, inAnswer)
  const timestamp = (words: RegExp) =>
    pathTo(model, at, ({ name, schema }) => words.test(name) && isMoment(model, schema))
  const updatedAt = timestamp(/^(updated|modified|updatedat|modifiedat|updatetime|lastmodified)$/i)
  const own = flatSchema(model, [jsonBody(create)?.schema ?? true])
  const idMember = toId.at(-1) ?? idParameter.name
  return {
    name: (collection ?? '').split('/').at(-1) ?? '',
    create,
    get,
    list: inList ? list : undefined,
    update: on(get.path, 'put') ?? on(get.path, 'patch'),
    remove: on(get.path, 'delete'),
    idParameter,
    idMember,
    idIsChosen: takesUuid(flatSchema(model, propertySchemas(own, idMember))),
    nameMember: propertyNames(own).find((name) => name === 'name'),
    inAnswer,
    inList: inList?.tokens ?? [],
    isPaged: list !== undefined && pagingParameters(list).length > 0,
    specification: toId.slice(inAnswer.length, -1),
    createdAt: timestamp(/^(created|createdat|createtime)$/i),
    updatedAt,
    updatedAfter: updatedAt && list?.parameters.find((one) => /^(updated|modified)_?(after|since)$/i.test(one.name)),
    lifecycle: lifecycleIn(model, at),
  }
}

/** The member with the parameter's name; or `id`, where the parameter is called after what it identifies, as `petId` is. */
function pathToId(model: Model, body: JsonSchema, parameter: string): string[] | undefined {
  const named = (wanted: string) => pathTo(model, body, ({ name }) => name === wanted)
  return named(parameter) ?? (/i_?d$/i.test(parameter) ? named('id') : undefined)
}

function takesUuid(flat: FlatSchema): boolean {
  const format = keyword(flat, 'format') ?? 'uuid'
  const limits = ['pattern', 'maxLength', 'enum', 'const', 'readOnly']
  return (
    flat.parts.length > 0 &&
    typeOf(flat) === 'string' &&
    format === 'uuid' &&
    !limits.some((name) => keyword(flat, name) !== undefined)
  )
}

/** The schema of the first documented success with a JSON body. */
export function answerSchema({ responses }: Operation): JsonSchema | undefined {
  const success = responses.find(
    ({ status, content }) => status.startsWith('2') && content.some(({ isJson }) => isJson),
  )
  return success?.content.find(({ isJson }) => isJson)?.schema
}

interface Member {
  readonly name: string
  readonly schema: JsonSchema
}

const deepest = 3

/** The shortest path through properties to one that is meant. */
function pathTo(model: Model, root: JsonSchema, isMeant: (member: Member) => boolean): string[] | undefined {
  let level: { readonly tokens: string[]; readonly schemas: readonly JsonSchema[] }[] = [
    { tokens: [], schemas: [root] },
  ]
  for (let depth = 0; depth <= deepest; depth++) {
    const below = level.flatMap(({ tokens, schemas }) => {
      const flat = flatSchema(model, schemas)
      return propertyNames(flat).map((name) => ({ tokens: [...tokens, name], schemas: propertySchemas(flat, name) }))
    })
    const found = below.find(({ tokens, schemas }) =>
      isMeant({ name: tokens.at(-1) ?? '', schema: { allOf: schemas } }),
    )
    if (found) return found.tokens
    level = below
  }
  return undefined
}

function schemaUnder(model: Model, root: JsonSchema, tokens: readonly string[]): JsonSchema {
  return tokens.reduce<JsonSchema>(
    (schema, name) => ({ allOf: propertySchemas(flatSchema(model, [schema]), name) }),
    root,
  )
}

/** Where a list's answer holds its items, and how many tokens lead from an item to its identifier. */
function listPath(
  model: Model,
  list: Operation,
  toId: readonly string[],
): { tokens: string[]; fromItem: number } | undefined {
  const body = answerSchema(list)
  if (body === undefined) return undefined
  const id = toId.at(-1)
  const itemsOf = (schema: JsonSchema) => keyword(flatSchema(model, [schema]), 'items')
  const toIdIn = (items: unknown) => (isObject(items) ? pathTo(model, items, ({ name }) => name === id) : undefined)
  const bare = toIdIn(itemsOf(body))
  const tokens = bare ? [] : pathTo(model, body, ({ schema }) => toIdIn(itemsOf(schema)) !== undefined)
  const fromItem = bare ?? (tokens && toIdIn(itemsOf(schemaUnder(model, body, tokens))))
  return tokens && fromItem && { tokens, fromItem: fromItem.length }
}

/** Without a list to compare with, an answer that is an object around one other object is an envelope. */
function sharedStart(model: Model, body: JsonSchema, toId: readonly string[]): string[] {
  const isEnvelope = toId.length > 1 && propertyNames(flatSchema(model, [body])).length === 1
  return isEnvelope ? toId.slice(0, 1) : []
}

function isMoment(model: Model, schema: JsonSchema): boolean {
  return keyword(flatSchema(model, [schema]), 'format') === 'date-time'
}

function lifecycleIn(model: Model, schema: JsonSchema): Resource['lifecycle'] {
  const here = hintsOf(flatSchema(model, [schema])).lifecycle
  if (here) return { ...here, at: [] }
  const at = pathTo(model, schema, (member) => hintsOf(flatSchema(model, [member.schema])).lifecycle !== undefined)
  const lifecycle = at && hintsOf(flatSchema(model, [schemaUnder(model, schema, at)])).lifecycle
  return lifecycle && at && { ...lifecycle, at }
}

/** What was inferred, in a sentence. */
export function inferred(resource: Resource): string {
  const { name, create, get, list, update, remove, lifecycle, updatedAfter, isPaged } = resource
  const operations = [create, get, list, update, remove].flatMap((one) => one?.operationId ?? [])
  const missing = Object.entries({ list, update, remove }).flatMap(([what, one]) => (one ? [] : [what]))
  return [
    `${name}: taken for a resource of ${operations.join(', ')}`,
    ...(missing.length > 0 ? [`no ${missing.join(', ')} found`] : []),
    ...(remove ? [] : ['what the run creates stays, called contract-…']),
    lifecycle
      ? `states in ${[...lifecycle.at, lifecycle.state].join('.')}`
      : 'no lifecycle declared (x-contract), so no waiting',
    ...(updatedAfter ? [`${updatedAfter.name} filters the list`] : []),
    ...(list && isPaged ? [pagingNote(list)] : []),
  ].join('; ')
}

function pagingNote(list: Operation): string {
  const names = pagingParameters(list).map(({ name }) => name)
  return `the list may hold a part only (${names.join(', ')}), so what it lacks is not reported`
}
