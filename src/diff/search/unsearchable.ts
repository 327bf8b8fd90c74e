import type { Violation } from '../../contract/schema-rules.ts'
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

/** A rule that is hard to search. */
export interface HardRule {
  readonly keyword: string
  /** The keyword and what it says. */
  readonly text: string
}

/**
 * The rules of the target that the source does not have in the same words, and of which a search without a find says
 * nothing: no value that was made breaks them, or to break them takes more than the values that are made.
 */
export function unsearchable(source: Side, target: Side): HardRule[] {
  const known = new Set(hardRules(source).map(({ text }) => text))
  const fresh = hardRules(target).filter(({ text }) => !known.has(text))
  const rules = [...new Map(fresh.map((rule) => [rule.text, rule] as const)).values()]
  const met = rules.some(({ keyword }) => whenMet.includes(keyword)) ? metRules(source, target) : new Set<string>()
  return rules.filter(({ keyword, text }) => byLuck.includes(keyword) || !met.has(text))
}

/** The rules that a value breaks, be it valid on the other side or not. */
function metRules(source: Side, target: Side): ReadonlySet<string> {
  const met = new Set<string>()
  for (const value of madeValues(source, target))
    for (const violation of violationsOf(target, value)) met.add(ruleText(violation))
  return met
}

/** A rule as text: the same for the same rule, whichever copy of a schema holds it. */
export function ruleText({ keyword, schema }: Pick<Violation, 'keyword' | 'schema'>): string {
  return JSON.stringify(canonical([keyword, isObject(schema) ? schema[keyword] : undefined]))
}

function hardRules({ model, schema }: Side): HardRule[] {
  const roots = [schema, ...[...reachedSchemas(model, [schema])].map((name) => model.schemas[name])]
  return roots.flatMap(schemasIn).flatMap((one) =>
    hard
      // A closed object is searched with documented names, which is what it is about.
      .filter((keyword) => keyword in one && one[keyword] !== false)
      .map((keyword) => ({ keyword, text: ruleText({ keyword, schema: one }) })),
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
