import type { Absent } from '../../contract/constraints.ts'
import { openProperties, places } from '../../contract/open-schema.ts'
import type { SchemaRules, Violation } from '../../contract/schema-rules.ts'
import { isRefused } from '../../contract/strategies/broken-rules.ts'
import { type FlatSchema, requiredNames } from '../../document/flat-schema.ts'
import { isObject } from '../../document/json.ts'
import type { JsonSchema, Model } from '../../document/model.ts'

/** What one revision says of the values in one place of the wire. */
export interface Side {
  readonly model: Model
  readonly rules: SchemaRules
  readonly schema: JsonSchema
  readonly examples: readonly unknown[]
  /** What the direction does not carry. */
  readonly absent: Absent
  /** Whether values travel as text, in which `42` is a number and a word; default false. */
  readonly isText?: boolean
}

/** The rules that a value breaks; of what travels as text, only if no reading of it is valid. */
export function violationsOf({ rules, schema, isText = false }: Side, value: unknown): readonly Violation[] {
  if (!isText || typeof value === 'object') return rules.violations(schema, value)
  if (!isRefused(rules, { schema }, value)) return []
  const readings = [String(value), Number(String(value)), value].map((reading) => rules.violations(schema, reading))
  return readings.find((own) => own.length > 0 && !own.some(({ keyword }) => keyword === 'type')) ?? readings[0] ?? []
}

/**
 * Whether a value is valid and made of names that the document gives: that an object is open is no promise about
 * names that are not documented yet.
 */
export function isDocumented(side: Side, value: unknown): boolean {
  return violationsOf(side, value).length === 0 && places(side.model, [side.schema], value).every(hasKnownNames)
}

function hasKnownNames({ flat, value }: { readonly flat: FlatSchema; readonly value: unknown }): boolean {
  if (!isObject(value) || isMap(flat)) return true
  const known = openProperties(flat)
  const required = new Set(requiredNames(flat))
  return Object.keys(value).every((name) => known.has(name) || required.has(name))
}

/** Whether an object is documented to have names of anybody's choice. */
function isMap({ parts }: FlatSchema): boolean {
  return parts.some(
    ({ additionalProperties: others, patternProperties }) =>
      others === true || isObject(others) || isObject(patternProperties),
  )
}
