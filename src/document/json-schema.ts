import { isObject, type JsonObject, objectFrom } from './json.ts'
import type { JsonSchema } from './model.ts'

/** How schema objects of one document are read. */
export interface SchemaReader {
  /** The schema object as JSON Schema 2020-12. */
  readonly read: (schema: unknown) => JsonSchema
}

/** What the reader needs to know of the document. */
export interface SchemaSource {
  /** True for OpenAPI 3.0, whose schema object is a dialect of its own. */
  readonly openapi30: boolean
  /** Called with every reference; answers the reference to write instead. */
  readonly reference: (ref: string) => string
  /** Whether to keep what explains a schema to people; default false. */
  readonly explained?: boolean | undefined
}

/** Keywords whose members are schemas under names of their own. */
export const schemaMaps: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
])
/** Keywords that hold a list of schemas. */
export const schemaLists: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
/** Keywords that hold one schema. */
export const singleSchemas: ReadonlySet<string> = new Set([
  ...['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
])
/** Keywords that say what a value must be. */
const plainRules = [
  ...['type', 'enum', 'const', 'required', 'dependentRequired', 'format', 'pattern', 'uniqueItems'],
  ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'minContains', 'maxContains'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', '$dynamicRef'],
]
/** What is neither a rule nor read by the contract suite explains, and is left out. */
const plainKeywords = new Set([
  ...plainRules,
  ...['title', 'default', 'readOnly', 'writeOnly', 'x-extensible-enum', 'x-contract', '$anchor', '$dynamicAnchor'],
])

/** What explains a schema to people. */
const explanations = new Set(['description', 'deprecated', 'externalDocs', 'contentMediaType', 'contentEncoding'])

/** Every keyword that decides whether a value is valid. */
export const ruleKeywords: readonly string[] = [
  ...[...schemaMaps].filter((keyword) => !['$defs', 'definitions'].includes(keyword)),
  ...[...schemaLists, ...singleSchemas, ...plainRules, '$ref'],
]

/** Reads schema objects of OpenAPI 3.0 and 3.1 alike. `discriminator` is left out: it is a hint and changes no verdict. */
export function schemaReader({ openapi30, reference, explained = false }: SchemaSource): SchemaReader {
  function read(schema: unknown): JsonSchema {
    if (!isObject(schema)) return schema !== false
    if (typeof schema.$ref === 'string' && openapi30) return { $ref: reference(schema.$ref) }
    const keywords = objectFrom(Object.entries(schema).flatMap(keyword))
    return openapi30 ? from30(keywords, schema) : withExample(keywords, schema)
  }

  function keyword([key, value]: [string, unknown]): [string, unknown][] {
    if (key === '$ref' && typeof value === 'string') return [[key, reference(value)]]
    if (schemaMaps.has(key) && isObject(value)) return [[key, readAll(value)]]
    if (schemaLists.has(key) && Array.isArray(value)) return [[key, value.map(read)]]
    if (singleSchemas.has(key)) return [[key, read(value)]]
    return plainKeywords.has(key) || (explained && explanations.has(key)) ? [[key, value]] : []
  }

  function readAll(schemas: JsonObject): JsonObject {
    return objectFrom(Object.entries(schemas).map(([name, schema]) => [name, read(schema)] as const))
  }

  return { read }
}

/** The first example that a schema gives, kept for those who build values from it. */
function withExample(keywords: JsonObject, { example, examples }: JsonObject): JsonObject {
  if (Array.isArray(examples)) return { ...keywords, examples }
  return example === undefined ? keywords : { ...keywords, examples: [example] }
}

/** `nullable` and the boolean `exclusiveMinimum` and `exclusiveMaximum` of OpenAPI 3.0, said in 2020-12. */
function from30(keywords: JsonObject, original: JsonObject): JsonObject {
  const bounded = exclusive(exclusive(keywords, 'exclusiveMinimum', 'minimum'), 'exclusiveMaximum', 'maximum')
  const schema = withExample(bounded, original)
  if (original.nullable !== true) return schema
  if (typeof schema.type !== 'string') return { anyOf: [{ type: 'null' }, schema] }
  const named = Array.isArray(schema.enum) && !schema.enum.includes(null) ? { enum: [...schema.enum, null] } : {}
  return { ...schema, ...named, type: [schema.type, 'null'] }
}

function exclusive(schema: JsonObject, flag: string, bound: string): JsonObject {
  if (typeof schema[flag] !== 'boolean') return schema
  const { [flag]: isExclusive, [bound]: limit, ...rest } = schema
  if (limit === undefined) return rest
  return { ...rest, [isExclusive === true ? flag : bound]: limit }
}
