import { isObject, type JsonObject } from './json.ts'
import type { JsonSchema } from './model.ts'

type Schemas = { readonly [name: string]: JsonSchema }

/** The kinds of JSON value, as `type` names them; here `number` are those that are no `integer`. */
const kinds = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] as const

export type JsonKind = (typeof kinds)[number]

const any: ReadonlySet<JsonKind> = new Set(kinds)

/**
 * The kinds of JSON value that a schema admits, sorted; `number` stands for integers too. Undefined where any kind or
 * none may come, so far as this can be told: what a schema says of one kind alone is not looked at.
 */
export function admittedKinds(schemas: Schemas, schema: JsonSchema): readonly JsonKind[] | undefined {
  const admitted = admitting(schemas, schema, new Set())
  if (admitted.size === 0 || admitted.size === any.size) return undefined
  return kinds.filter((kind) => admitted.has(kind) && !(kind === 'integer' && admitted.has('number')))
}

/** A schema that is reached from itself adds nothing to what is known of it. */
function admitting(schemas: Schemas, schema: unknown, above: ReadonlySet<string>): ReadonlySet<JsonKind> {
  if (!isObject(schema)) return schema === false ? new Set() : any
  const within = (part: unknown) => admitting(schemas, part, above)
  const { $ref } = schema
  const isReference = typeof $ref === 'string' && !above.has($ref)
  return common([
    named(schema),
    ...(isReference ? [admitting(schemas, schemas[$ref], new Set([...above, $ref]))] : []),
    ...listOf(schema.allOf).map(within),
    ...[schema.anyOf, schema.oneOf].filter(Array.isArray).map((parts) => together(parts.map(within))),
  ])
}

/** The kinds that the schema's own `type`, `enum` and `const` leave. */
function named(schema: JsonObject): ReadonlySet<JsonKind> {
  const { type } = schema
  const types = type === undefined ? [...any] : [type].flat()
  const values = 'const' in schema ? [schema.const] : schema.enum
  const byType = kinds.filter((kind) => types.includes(kind) || (kind === 'integer' && types.includes('number')))
  return common([new Set(byType), Array.isArray(values) ? new Set(values.map(kindOf)) : any])
}

function kindOf(value: unknown): JsonKind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value as JsonKind
}

function common(sets: readonly ReadonlySet<JsonKind>[]): ReadonlySet<JsonKind> {
  return new Set(kinds.filter((kind) => sets.every((set) => set.has(kind))))
}

function together(sets: readonly ReadonlySet<JsonKind>[]): ReadonlySet<JsonKind> {
  return new Set(sets.flatMap((set) => [...set]))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
