import { type FlatSchema, flatSchema, keyword } from '../../document/flat-schema.ts'
import { type JsonObject, objectsIn, pointerOf, valueUnder } from '../../document/json.ts'
import type { JsonSchema, Model } from '../../document/model.ts'
import { openProperties, openSchema } from '../open-schema.ts'
import { schemasUnder } from './described.ts'
import { hintKey, hintsOf, type Lifecycle, type Offer, stateKeys } from './hints.ts'
import { answerSchema } from './resource.ts'

/** Everything that one hint of a schema points at and that is not there; the hint has to be well written. */
export function targetProblems(model: Model, schema: JsonObject, name: string): string[] {
  const { valuesFrom, lifecycle } = hintsOf({ parts: [schema], choices: [], opened: new Set() })
  if (name === 'valuesFrom' && valuesFrom) return offerProblems(model, schema, valuesFrom)
  if (name === 'lifecycle' && lifecycle) return lifecycleProblems(model, schema, lifecycle)
  return []
}

function offerProblems(model: Model, schema: JsonObject, offer: Offer): string[] {
  const problem = offerProblem(model, offer)
  const hint = `${hintKey}: { valuesFrom: ${JSON.stringify(valueUnder(schema, [hintKey, 'valuesFrom']))} }`
  return problem === undefined ? [] : [`${hint} (${problem})`]
}

function offerProblem(model: Model, { operationId, tokens }: Offer): string | undefined {
  const operation = model.operations.find((one) => one.operationId === operationId)
  const body = operation && answerSchema(operation)
  if (body === undefined) return `${operationId} has no JSON answer`
  let schemas: readonly JsonSchema[] = [body]
  for (const [index, token] of tokens.entries()) {
    const flat = openSchema(model, schemas)
    schemas = schemasUnder(flat, token)
    // That there may be others says nothing of this one.
    if (openProperties(flat).has(token) || openSchema(model, schemas).parts.length > 0) continue
    if (isOpen(flat, token)) return undefined
    const place = pointerOf(tokens.slice(0, index + 1))
    return `the answer of ${operationId} has no ${place}; ${thereIs(openProperties(flat).keys())}`
  }
  return isList(openSchema(model, schemas)) ? undefined : `what the answer of ${operationId} has there is no list`
}

/** Whether a schema says nothing of what its value holds. */
function isOpen(flat: FlatSchema, token: string): boolean {
  const isClosed = flat.parts.some((part) => part.additionalProperties === false)
  const types = typesOf(flat)
  const fitting = /^\d+$/.test(token) ? ['object', 'array'] : ['object']
  const isFitting = types.length === 0 ? !hasItems(flat) : fitting.some((type) => types.includes(type))
  return isFitting && !isClosed && openProperties(flat).size === 0
}

function isList(flat: FlatSchema): boolean {
  const types = typesOf(flat)
  return types.length > 0 ? types.includes('array') : hasItems(flat) || openProperties(flat).size === 0
}

function hasItems(flat: FlatSchema): boolean {
  return keyword(flat, 'items') !== undefined || keyword(flat, 'prefixItems') !== undefined
}

function typesOf(flat: FlatSchema): unknown[] {
  return flat.parts.flatMap(({ type }) => type ?? [])
}

function lifecycleProblems(model: Model, schema: JsonObject, lifecycle: Lifecycle): string[] {
  const properties = propertiesAround(model, schema)
  const hint = (name: string, value: string) => `${hintKey}: { lifecycle: { ${name}: ${JSON.stringify(value)} } }`
  const places = Object.entries({ state: lifecycle.state, urls: lifecycle.urls })
  const misplaced = places.flatMap(([name, value]) =>
    value === undefined || properties.has(value)
      ? []
      : [`${hint(name, value)} (its object has no such property; ${thereIs(properties.keys())})`],
  )
  const known = listedIn(openSchema(model, properties.get(lifecycle.state) ?? []))
  const names = [...stateKeys.map((key) => [key, lifecycle[key]]), ...lifecycle.failed.map((one) => ['failed', one])]
  const unknown = names.flatMap(([key = '', name]) =>
    name === undefined || known.length === 0 || known.includes(name)
      ? []
      : [`${hint(key, name)} (${lifecycle.state} lists no such name; ${thereIs(known)})`],
  )
  return [...misplaced, ...unknown]
}

/** The properties of a schema, and of every other that it is a part of by references and `allOf`. */
function propertiesAround(model: Model, schema: JsonObject): ReadonlyMap<string, readonly JsonSchema[]> {
  const isPart = (whole: JsonObject) =>
    ('allOf' in whole || '$ref' in whole) &&
    flatSchema(model, [whole]).parts.some((part) => part[hintKey] === schema[hintKey])
  const wholes = [...objectsIn([model.schemas, model.operations])].filter(isPart)
  const all = [schema, ...wholes].flatMap((whole) => [...openProperties(openSchema(model, [whole]))])
  return new Map(
    [...Map.groupBy(all, ([name]) => name)].flatMap(([name, own]) => {
      const schemas = own.flatMap(([, some]) => some)
      return schemas.length === 0 ? [] : [[name, schemas] as const]
    }),
  )
}

/** The names that a schema lists, in an enum, open or closed, or one by one. */
function listedIn(flat: FlatSchema): string[] {
  const lists = flat.parts.flatMap((part) => [part.enum, part['x-extensible-enum'], part.const])
  return lists.flat().flatMap((one) => (one === undefined || one === null ? [] : [String(one)]))
}

function thereIs(names: Iterable<string>): string {
  const all = [...new Set(names)]
  return all.length === 0 ? 'there is none' : `there is ${all.join(', ')}`
}
