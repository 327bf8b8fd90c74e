import {
  type FlatSchema,
  flatSchema,
  keyword,
  propertyNames,
  propertySchemas,
  requiredNames,
} from '../document/flat-schema.ts'
import { isObject, pointerOf, pointerTokens } from '../document/json.ts'
import type { JsonSchema, Model, Parameter } from '../document/model.ts'

/** One rule that a schema sets for the value in one place. */
export interface Constraint {
  /** The schema's keyword. */
  readonly keyword: string
  /** The keyword, and for `required` and choices the members that it is about: differs from the others in the same place. */
  readonly name: string
  /** JSON pointer to the place in the value, as a URI fragment; `0` stands for every item of a list. */
  readonly pointer: string
  /** What the keyword says; for `required`, one name. */
  readonly limit: unknown
  /** Everything that is known of the value in that place. */
  readonly flat: FlatSchema
}

/** The keywords that a broken request can be made for. */
const breakable = [
  ...['type', 'enum', 'const', 'format', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
]

/** What the other direction alone has: a request carries nothing that only the service sets, an answer no secret. */
export type Absent = 'readOnly' | 'writeOnly'

/**
 * Every rule that a schema sets, in a stable order. A choice (`oneOf`, `anyOf`) is one rule; what its branches
 * demand is part of it. Schemas that contain themselves are followed once. Properties that are absent from the direction
 * are left out; it is that of requests unless told otherwise.
 */
export function constraintsOf(model: Model, schema: JsonSchema, absent: Absent = 'readOnly'): Constraint[] {
  return distinct(walk({ model, absent }, { schemas: [schema], tokens: [], above: new Set() }))
}

/** Parts of a schema may say the same; where they say different things under one name, the later ones get a number. */
function distinct(constraints: readonly Constraint[]): Constraint[] {
  const limits = new Map<string, string[]>()
  return constraints.flatMap((constraint) => {
    const key = `${constraint.pointer} ${constraint.name}`
    const limit = JSON.stringify(constraint.limit)
    const known = limits.get(key) ?? []
    if (known.includes(limit)) return []
    limits.set(key, [...known, limit])
    return [known.length === 0 ? constraint : { ...constraint, name: `${constraint.name}-${known.length + 1}` }]
  })
}

interface Walk {
  readonly model: Model
  readonly absent: Absent
}

interface Step {
  readonly schemas: readonly JsonSchema[]
  readonly tokens: readonly string[]
  readonly above: ReadonlySet<JsonSchema>
}

function walk(whole: Walk, { schemas, tokens, above }: Step): Constraint[] {
  const flat = flatSchema(whole.model, schemas)
  if ([...flat.opened].some((schema) => isObject(schema) && 'properties' in schema && above.has(schema))) return []
  const seen = new Set([...above, ...flat.opened])
  const properties = propertyNames(flat)
    .map((name) => ({ name, own: propertySchemas(flat, name) }))
    .filter(({ own }) => !own.includes(false) && !isAbsent(whole, own))
    .flatMap(({ name, own }) => walk(whole, { schemas: own, tokens: [...tokens, name], above: seen }))
  const items = keyword(flat, 'items')
  const list = isObject(items) ? walk(whole, { schemas: [items], tokens: [...tokens, '0'], above: seen }) : []
  return [...ownConstraints(flat, pointerOf(tokens)), ...properties, ...list]
}

/** What a direction does not carry cannot be broken there. */
function isAbsent({ model, absent }: Walk, schemas: readonly JsonSchema[]): boolean {
  return flatSchema(model, schemas).parts.some((part) => part[absent] === true)
}

function ownConstraints(flat: FlatSchema, pointer: string): Constraint[] {
  const plain = flat.parts.flatMap((part) =>
    breakable
      .filter((name) => part[name] !== undefined && part[name] !== false && canFail(name, part[name]))
      .map((name) => ({
        keyword: name,
        name,
        pointer,
        limit: part[name],
        flat,
      })),
  )
  const required = requiredNames(flat).map((limit) => ({
    keyword: 'required',
    name: `required-${limit}`,
    pointer,
    limit,
    flat,
  }))
  const closed = flat.parts.some(({ additionalProperties }) => additionalProperties === false)
  const extra = closed
    ? [{ keyword: 'additionalProperties', name: 'additionalProperties', pointer, limit: false, flat }]
    : []
  const choices = flat.choices.map(({ branches }) => ({
    keyword: 'oneOf',
    name: choiceName(branches),
    pointer,
    limit: branches,
    flat,
  }))
  return [...plain, ...required, ...extra, ...choices]
}

/** A choice between objects is known by the members that its branches require. */
function choiceName(branches: readonly JsonSchema[]): string {
  const names = branches.flatMap((branch) =>
    isObject(branch) && Array.isArray(branch.required) ? branch.required : [],
  )
  return names.length === 0 ? 'oneOf' : `oneOf-${[...new Set(names)].sort().join('+')}`
}

/** A format that nobody checks, and a bound that every value keeps, cannot be broken. */
function canFail(name: string, limit: unknown): boolean {
  if (name === 'format') return checkedFormats.has(String(limit))
  return !(['minLength', 'minItems', 'minProperties'].includes(name) && limit === 0)
}

const checkedFormats = new Set([
  ...['date', 'date-time', 'time', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uri', 'uri-reference', 'uuid'],
  ...['json-pointer', 'relative-json-pointer', 'regex', 'byte'],
])

/** The rules of a parameter that a request can break: in a path or a query everything is text already. */
export function parameterConstraints(model: Model, parameter: Parameter): Constraint[] {
  const own = constraintsOf(model, parameter.schema).filter(
    ({ keyword, limit, pointer }) =>
      pointer === '#' &&
      !(keyword === 'type' && [limit].flat().includes('string')) &&
      // Without a text in it the path is another.
      !(parameter.in === 'path' && keyword === 'minLength' && Number(limit) <= 1),
  )
  if (!parameter.required || parameter.in === 'path') return own
  const flat = flatSchema(model, [parameter.schema])
  return [...own, { keyword: 'required', name: 'required', pointer: '#', limit: parameter.name, flat }]
}

/** The place as words: `#/weightsAndBiasesAuth/apiKey` → `weightsAndBiasesAuth.apiKey`; the whole body is `body`. */
export function placeName(pointer: string): string {
  const tokens = pointerTokens(pointer)
  return tokens.length === 0 ? 'body' : tokens.join('.')
}
