import { isObject, type JsonObject, objectFrom } from './json.ts'
import type { JsonSchema } from './model.ts'
import { relaxation } from './relaxation.ts'

type Schemas = { readonly [name: string]: JsonSchema }

/** Schemas as one side of the wire sees them. */
export interface Direction {
  /** A schema of a body that travels in this direction. */
  readonly read: (schema: JsonSchema) => JsonSchema
  /** The named schemas that differ in this direction, under names of their own. */
  readonly schemas: Schemas
}

/**
 * What `required` means in one direction: a `readOnly` property is not required of a request, a `writeOnly` one not
 * of a response (OpenAPI 3.0, Schema Object), wherever among the parts of a schema either is said. Schemas that ask for
 * no such property are shared by both directions.
 */
export function direction(schemas: Schemas, absent: 'readOnly' | 'writeOnly'): Direction {
  const relax = relaxation(schemas, absent)
  const relaxed = objectFrom(Object.entries(schemas).map(([name, schema]) => [name, relax(schema)] as const))
  const different = differing(schemas, relaxed)
  const nameHere = (name: string) => (different.has(name) ? `$${absent}.${name}` : name)
  const read = (schema: JsonSchema): JsonSchema => renamed(relax(schema), nameHere)
  const own = [...different].map((name) => [nameHere(name), renamed(relaxed[name] ?? true, nameHere)] as const)
  return { read, schemas: objectFrom(own) }
}

/** The names whose schema is relaxed, or refers to one that is. */
function differing(schemas: Schemas, relaxed: Schemas): ReadonlySet<string> {
  const names = Object.keys(schemas)
  const found = new Set(names.filter((name) => JSON.stringify(schemas[name]) !== JSON.stringify(relaxed[name])))
  if (found.size === 0) return found
  const references = new Map(names.map((name) => [name, referencesIn(schemas[name])] as const))
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const [name, targets] of references) if (targets.some((target) => found.has(target))) found.add(name)
  }
  return found
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (!isObject(value)) return []
  const own = typeof value.$ref === 'string' ? [value.$ref] : []
  return [...own, ...Object.values(value).flatMap(referencesIn)]
}

function renamed(schema: unknown, nameHere: (name: string) => string): JsonSchema {
  return mapped(schema, (object) =>
    typeof object.$ref === 'string' ? { ...object, $ref: nameHere(object.$ref) } : object,
  ) as JsonSchema
}

/** The value with every object in it changed, the innermost first. */
function mapped(value: unknown, change: (object: JsonObject) => JsonObject): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change))
  if (!isObject(value)) return value
  return change(objectFrom(Object.entries(value).map(([key, member]) => [key, mapped(member, change)] as const)))
}
