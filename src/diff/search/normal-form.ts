import { canonical } from '../../document/canonical.ts'
import { isObject, type JsonObject, objectFrom } from '../../document/json.ts'
import type { JsonSchema, Model } from '../../document/model.ts'
import { conjunction } from './conjunction.ts'

/**
 * A schema as a text that is the same for schemas that say the same in another way: in another order, under another
 * name, wrapped, a list of one type, a constant for an enum of one. Schemas with the same text have the same values; those
 * with different texts may have, too. Explanations are left out.
 */
export function normalForm(model: Model, schema: JsonSchema): string {
  return JSON.stringify(canonical(normal(model, [schema], [])))
}

type Normal = JsonObject | false

function normal(model: Model, schemas: readonly JsonSchema[], above: readonly string[]): Normal {
  const { parts, names, isImpossible } = conjunction(model, schemas, above)
  if (isImpossible) return false
  const read = (own: readonly JsonSchema[]) => normal(model, own, names)
  const types = wholeTypes(parts, typesOf(parts))
  const atoms = parts.flatMap((part) => atomsOf(part, read)).sort()
  const members = {
    ...limitsOf(parts, types),
    ...named(parts, types),
    properties: propertiesOf(parts, read),
    required: sortedSet(parts.flatMap(({ required }) => (Array.isArray(required) ? required.map(String) : []))),
    atoms: sortedSet(atoms),
  }
  return objectFrom(Object.entries(members).filter(([, value]) => value !== undefined && !isEmpty(value)))
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function sortedSet(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

/** The types that every part admits; undefined for all of them. */
function typesOf(parts: readonly JsonObject[]): readonly string[] | undefined {
  const lists = parts.flatMap(({ type }) => (type === undefined ? [] : [[type].flat().map(String)]))
  const [first, ...others] = lists
  return first && others.reduce((left, list) => left.flatMap((type) => both(type, list)), first)
}

/** A number that is a multiple of one is an integer. */
function wholeTypes(parts: readonly JsonObject[], types: readonly string[] | undefined) {
  const isWhole = parts.some(({ multipleOf }) => multipleOf === 1)
  return isWhole ? types?.map((type) => (type === 'number' ? 'integer' : type)) : types
}

function both(type: string, list: readonly string[]): string[] {
  if (list.includes(type)) return [type]
  if (type === 'integer' && list.includes('number')) return ['integer']
  return type === 'number' && list.includes('integer') ? ['integer'] : []
}

/** The types, or the values where these are named. */
function named(parts: readonly JsonObject[], types: readonly string[] | undefined): JsonObject {
  const lists = parts.flatMap((part) => [
    ...('const' in part ? [[part.const]] : []),
    ...(Array.isArray(part.enum) ? [part.enum] : []),
  ])
  const [first, ...others] = lists.map((list) => list.map((value) => JSON.stringify(canonical(value))))
  if (first === undefined) return types === undefined ? {} : { type: sortedSet(types) }
  const common = first.filter((value) => others.every((list) => list.includes(value)))
  return { enum: sortedSet(common.filter((value) => types?.some((type) => isOfType(JSON.parse(value), type)) ?? true)) }
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'null') return value === null
  return type === 'object' ? isObject(value) : typeof value === type
}

const lowerLimits = ['minLength', 'minItems', 'minProperties', 'minimum', 'exclusiveMinimum']
const upperLimits = ['maxLength', 'maxItems', 'maxProperties', 'maximum', 'exclusiveMaximum']
const fromZero = new Set(['minLength', 'minItems', 'minProperties'])

function limitsOf(parts: readonly JsonObject[], types: readonly string[] | undefined): JsonObject {
  const values = (keyword: string) =>
    parts.flatMap((part) => (typeof part[keyword] === 'number' ? [part[keyword] as number] : []))
  const lower = lowerLimits.map((keyword) => [keyword, Math.max(...values(keyword))] as const)
  const upper = upperLimits.map((keyword) => [keyword, Math.min(...values(keyword))] as const)
  const given = objectFrom([...lower, ...upper].filter(([, limit]) => Number.isFinite(limit)))
  const whole = types?.length === 1 && types[0] === 'integer' ? inclusive(given) : given
  return objectFrom(Object.entries(whole).filter(([keyword, limit]) => limit !== 0 || !fromZero.has(keyword)))
}

/** Of whole numbers, more than 0 is 1 and more. */
function inclusive({ exclusiveMinimum: above, exclusiveMaximum: below, ...limits }: JsonObject): JsonObject {
  const least = Math.max(
    Number(limits.minimum ?? -Infinity),
    above === undefined ? -Infinity : Math.floor(Number(above)) + 1,
  )
  const most = Math.min(
    Number(limits.maximum ?? Infinity),
    below === undefined ? Infinity : Math.ceil(Number(below)) - 1,
  )
  return {
    ...limits,
    ...(Number.isFinite(least) && { minimum: Math.ceil(least) }),
    ...(Number.isFinite(most) && { maximum: Math.floor(most) }),
  }
}

type Read = (schemas: readonly JsonSchema[]) => Normal

function propertiesOf(parts: readonly JsonObject[], read: Read): JsonObject {
  const all = parts.flatMap(({ properties }) => (isObject(properties) ? Object.entries(properties) : []))
  const byName = Map.groupBy(all, ([name]) => name)
  const members = [...byName].map(([name, own]) => [name, read(own.map(([, schema]) => schema as JsonSchema))] as const)
  return objectFrom(members.filter(([, schema]) => schema === false || !isEmpty(schema)))
}

/** Keywords of which a part may say several, each for itself. */
const eachForItself = ['pattern', 'format', 'multipleOf', 'dependentRequired', 'again']
/** Keywords that are read together with others of the same part. */
const together = [
  ['contains', 'minContains', 'maxContains'],
  ['if', 'then', 'else'],
  ['prefixItems', 'items'],
  ['unevaluatedItems', 'prefixItems', 'items', 'contains', 'oneOf', 'anyOf', 'if', 'then', 'else'],
  ['unevaluatedProperties', 'properties', 'patternProperties', 'additionalProperties', 'oneOf', 'anyOf', 'if', 'then'],
]

/** What a part says that cannot be joined with what others say: one text for each. */
function atomsOf(part: JsonObject, read: Read): string[] {
  const one = (keyword: string, value: unknown) => [JSON.stringify(canonical([keyword, value]))]
  const schema = (value: unknown) => read([value as JsonSchema])
  const list = (value: unknown) => (value as unknown[]).map((branch) => JSON.stringify(canonical(schema(branch))))
  const closed = part.additionalProperties !== undefined && !isAny(part.additionalProperties)
  return [
    ...eachForItself.flatMap((keyword) =>
      keyword in part && !isIdle(keyword, part) ? one(keyword, part[keyword]) : [],
    ),
    ...(part.uniqueItems === true ? one('uniqueItems', true) : []),
    ...(Array.isArray(part.oneOf) ? one('oneOf', list(part.oneOf).sort()) : []),
    ...(Array.isArray(part.anyOf) ? one('anyOf', sortedSet(list(part.anyOf))) : []),
    ...['not', 'propertyNames'].flatMap((keyword) => (keyword in part ? one(keyword, schema(part[keyword])) : [])),
    ...('items' in part && !('prefixItems' in part) && !isAny(part.items) ? one('items', schema(part.items)) : []),
    ...(closed || 'patternProperties' in part ? one('others', othersOf(part, schema)) : []),
    ...('dependentSchemas' in part ? one('dependentSchemas', part.dependentSchemas) : []),
    ...together.flatMap(([first = '', ...others]) =>
      first in part
        ? one(
            first,
            [first, ...others].map((keyword) => part[keyword] ?? null),
          )
        : [],
    ),
  ]
}

/** Whether a keyword says what the type of the same part says. */
function isIdle(keyword: string, { multipleOf, type }: JsonObject): boolean {
  return keyword === 'multipleOf' && multipleOf === 1 && (type === 'integer' || type === 'number')
}

/** What a part says of members beside those that it names. */
function othersOf(part: JsonObject, schema: (value: unknown) => Normal): unknown {
  const { properties, patternProperties, additionalProperties: others } = part
  const patterns = Object.entries(isObject(patternProperties) ? patternProperties : {})
  return [
    Object.keys(isObject(properties) ? properties : {}).sort(),
    patterns.map(([pattern, own]) => [pattern, schema(own)]),
    others === undefined ? null : schema(others),
  ]
}

function isAny(schema: unknown): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0)
}
