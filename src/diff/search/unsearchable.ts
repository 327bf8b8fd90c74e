import { canonical } from '../../document/canonical.ts'
import { isObject, type JsonObject } from '../../document/json.ts'
import { schemaLists, schemaMaps, singleSchemas } from '../../document/json-schema.ts'
import { reachedSchemas } from '../../document/reached-schemas.ts'
import type { Side } from './side.ts'

/** Keywords for which values that keep and break them are found by luck. */
const hard = [
  ...['pattern', 'multipleOf', 'not', 'if', 'contains', 'propertyNames', 'patternProperties', 'prefixItems'],
  ...['dependentRequired', 'dependentSchemas', 'unevaluatedProperties', 'unevaluatedItems'],
]

/** A rule, and the schema that holds it. */
export interface HardRule {
  readonly keyword: string
  readonly schema: JsonObject
}

/** The rules of the target that are hard to search, and that the source does not have in the same words. */
export function unsearchable(source: Side, target: Side): HardRule[] {
  const known = new Set(hardRules(source).map(({ text }) => text))
  const fresh = hardRules(target).filter(({ text }) => !known.has(text))
  return [...new Map(fresh.map((rule) => [rule.text, rule] as const)).values()]
}

function hardRules({ model, schema }: Side): (HardRule & { readonly text: string })[] {
  const roots = [schema, ...[...reachedSchemas(model, [schema])].map((name) => model.schemas[name])]
  return roots.flatMap(schemasIn).flatMap((one) =>
    hard
      // A closed object is searched with documented names, which is what it is about.
      .filter((keyword) => keyword in one && one[keyword] !== false)
      .map((keyword) => ({ keyword, schema: one, text: JSON.stringify(canonical([keyword, one[keyword]])) })),
  )
}

/** A schema and every schema in it. */
function schemasIn(schema: unknown): JsonObject[] {
  if (!isObject(schema)) return []
  const inner = Object.entries(schema).flatMap(([keyword, value]): unknown[] => {
    if (schemaMaps.has(keyword) && isObject(value)) return Object.values(value)
    if (schemaLists.has(keyword) && Array.isArray(value)) return value
    return singleSchemas.has(keyword) ? [value] : []
  })
  return [schema, ...inner.flatMap(schemasIn)]
}
