import { flatSchema, propertyNames, propertySchemas, requiredNames } from '../document/flat-schema.ts'
import { isObject, type JsonObject } from '../document/json.ts'
import type { JsonSchema, Model } from '../document/model.ts'
import type { Constraint } from './constraints.ts'
import { samples } from './sample.ts'

/** A value that might break a constraint, and what was done to it. */
export interface Candidate {
  /** Tells several candidates for one constraint apart; empty where there is one. */
  readonly name: string
  readonly value: unknown
}

/**
 * Values that might break the constraint, made from a valid value in the same place. Whether they do is for the
 * schema to say.
 */
export function candidates(model: Model, constraint: Constraint, valid: unknown): Candidate[] {
  if (constraint.keyword === 'oneOf') return choiceCandidates(model, constraint, valid)
  if (constraint.keyword === 'type') return typeCandidates(valid)
  return plainCandidates(constraint, valid).map((value) => ({ name: '', value }))
}

/** Values of other types; and for a list its first item, which a service may take for a list of one. */
function typeCandidates(valid: unknown): Candidate[] {
  const [first] = Array.isArray(valid) ? valid : []
  const isPlain = typeof first === 'string' || typeof first === 'number'
  return [
    ...wrongTypes.map((value) => ({ name: typeName(value), value })),
    ...(isPlain ? [{ name: 'one-item', value: first }] : []),
  ]
}

/** No `null`: to JSON that stands for a message it is the same as leaving the member out (ProtoJSON, null values). */
const wrongTypes: readonly unknown[] = [42, 'wrong type', true, { wrong: 'type' }, ['wrong type'], 4.5]
const notInAnyFormat: readonly unknown[] = ['not in this format', '%', '*', '(', '']
const notInAnyPattern: readonly unknown[] = ['', '\u0000', '§', 'x', '0', ' ', '§'.repeat(300)]

function plainCandidates({ keyword, limit }: Constraint, valid: unknown): readonly unknown[] {
  const size = Number(limit)
  switch (keyword) {
    case 'enum':
    case 'const':
      return ['not a documented value', -123456789]
    case 'format':
      return notInAnyFormat
    case 'pattern':
      return notInAnyPattern
    case 'minLength':
      return [String(valid).slice(0, Math.max(0, size - 1))]
    case 'maxLength':
      return [String(valid).padEnd(size + 1, 'x')]
    case 'minimum':
    case 'exclusiveMaximum':
      return keyword === 'minimum' ? [size - 1] : [size]
    case 'maximum':
    case 'exclusiveMinimum':
      return keyword === 'maximum' ? [size + 1] : [size]
    case 'multipleOf':
      return [size / 2, size * 1.5]
    default:
      return structureCandidates(keyword, limit, valid)
  }
}

function structureCandidates(keyword: string, limit: unknown, valid: unknown): readonly unknown[] {
  const size = Number(limit)
  const items = Array.isArray(valid) ? valid : []
  const members = isObject(valid) ? valid : {}
  switch (keyword) {
    case 'required':
      return [without(members, String(limit))]
    case 'additionalProperties':
      return [{ ...members, 'not-documented': true }]
    case 'minItems':
      return [items.slice(0, Math.max(0, size - 1))]
    case 'maxItems':
      return [Array.from({ length: size + 1 }, (_, index) => items[index % Math.max(1, items.length)] ?? 'item')]
    case 'uniqueItems':
      return [[...items, ...items.slice(0, 1)]]
    case 'minProperties':
      return [Object.fromEntries(Object.entries(members).slice(0, Math.max(0, size - 1)))]
    case 'maxProperties':
      return [
        { ...members, ...Object.fromEntries(Array.from({ length: size + 1 }, (_, index) => [`extra${index}`, index])) },
      ]
    default:
      return []
  }
}

/** None of the branches, each pair of branches together, each branch without one of its members, and other types. */
function choiceCandidates(model: Model, { limit, flat }: Constraint, valid: unknown): Candidate[] {
  if (!isObject(valid)) return [...wrongTypes, 99_999_999_999].map((value) => ({ name: typeName(value), value }))
  const branches = (limit as readonly JsonSchema[]).map((branch) => branchMembers(model, flat.parts, branch))
  const chosen = new Set(branches.flatMap((members) => Object.keys(members)))
  const rest = Object.fromEntries(Object.entries(valid).filter(([name]) => !chosen.has(name)))
  const pairs = branches.flatMap((first, index) => branches.slice(index + 1).map((second) => ({ ...first, ...second })))
  const lacking = branches.flatMap((members) => Object.keys(members).map((name) => without(members, name)))
  return [{}, ...pairs, ...lacking].map((members) => ({
    name: Object.keys(members).sort().join('+') || 'none',
    value: { ...rest, ...members },
  }))
}

/** The members that a branch requires, with values that the schemas around the choice accept. */
function branchMembers(model: Model, around: readonly JsonObject[], branch: JsonSchema): JsonObject {
  const flat = flatSchema(model, [branch])
  const whole = flatSchema(model, [...around, branch])
  const names = requiredNames(flat).length > 0 ? requiredNames(flat) : propertyNames(flat)
  const schemas = names.map((name) => ({ name, own: propertySchemas(whole, name) }))
  return Object.fromEntries(
    schemas
      .filter(({ own }) => !own.includes(false))
      .map(({ name, own }) => [name, samples(model, { allOf: own }, 'required')[0]]),
  )
}

function without(members: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== name))
}

function typeName(value: unknown): string {
  if (typeof value === 'number' && value > 2 ** 31) return 'beyond-32-bits'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return Array.isArray(value) ? 'list' : typeof value
}
