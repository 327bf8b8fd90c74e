import { canonical } from '../../document/canonical.ts'
import { isObject, type JsonObject } from '../../document/json.ts'
import { schemaLists, schemaMaps, singleSchemas } from '../../document/json-schema.ts'
import { reachedSchemas } from '../../document/reached-schemas.ts'
import { type Side, violationsOf } from './side.ts'
import { madeValues } from './source-values.ts'

/** Keywords for which values that keep and break them are found by luck: their limits are in a text of their own. */
const byLuck = ['pattern', 'multipleOf', 'patternProperties', 'propertyNames', 'prefixItems', 'contains']
/** Keywords of which a search tells enough once it has met a value that breaks them. */
const whenMet = [...['not', 'if', 'dependentRequired', 'dependentSchemas', 'unevaluatedProperties', 'unevaluatedItems']]
const hard = [...byLuck, ...whenMet]

/** A rule, and the schema that holds it. */
export interface HardRule {
  readonly keyword: string
  readonly schema: JsonObject
}

/**
 * The rules of the target that the source does not have in the same words, and of which a search without a find says
 * nothing: no value that was made breaks them, or to break them takes more than the values that are made.
 */
export function unsearchable(source: Side, target: Side): HardRule[] {
  const known = new Set(hardRules(source).map(({ text }) => text))
  const fresh = hardRules(target).filter(({ text }) => !known.has(text))
  const rules = [...new Map(fresh.map((rule) => [rule.text, rule] as const)).values()]
  const met = rules.some(({ keyword }) => whenMet.includes(keyword)) ? metRules(source, target) : new Set()
  return rules.filter(({ keyword, schema }) => byLuck.includes(keyword) || !met.has(schema))
}

/** The schemas with such a rule that a value breaks, be it valid on the other side or not. */
function metRules(source: Side, target: Side): ReadonlySet<unknown> {
  const met = new Set<unknown>()
  for (const value of madeValues(source, target))
    for (const { keyword, schema } of violationsOf(target, value)) if (whenMet.includes(keyword)) met.add(schema)
  return met
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

/** A schema and every schema in it, but what belongs to one of these rules. */
function schemasIn(schema: unknown): JsonObject[] {
  if (!isObject(schema)) return []
  const inner = Object.entries(schema).flatMap(([keyword, value]): unknown[] => {
    if (hard.includes(keyword) || keyword === 'then' || keyword === 'else') return []
    if (schemaMaps.has(keyword) && isObject(value)) return Object.values(value)
    if (schemaLists.has(keyword) && Array.isArray(value)) return value
    return singleSchemas.has(keyword) ? [value] : []
  })
  return [schema, ...inner.flatMap(schemasIn)]
}
