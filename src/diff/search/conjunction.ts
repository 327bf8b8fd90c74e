import { isObject, type JsonObject } from '../../document/json.ts'
import type { JsonSchema, Model } from '../../document/model.ts'

/** Schemas that hold for one value at once, without what only joins them. */
export interface Conjunction {
  readonly parts: readonly JsonObject[]
  /** The names of the schemas that were followed, the outermost first. */
  readonly names: readonly string[]
  /** Whether nothing is valid, or a schema contains itself at once. */
  readonly isImpossible: boolean
}

/** Follows references, `allOf`, a choice with one branch, and what is negated twice. */
export function conjunction(model: Model, schemas: readonly JsonSchema[], names: readonly string[]): Conjunction {
  const parts: JsonObject[] = []
  const followed = [...names]
  const queue: unknown[] = [...schemas]
  let isImpossible = false
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next === false) isImpossible = true
    if (!isObject(next)) continue
    const { $ref, allOf, ...rest } = next
    if (Array.isArray(allOf)) queue.push(...allOf)
    if (typeof $ref === 'string' && names.includes($ref)) parts.push({ again: names.length - names.indexOf($ref) })
    else if (typeof $ref === 'string') {
      followed.push($ref)
      queue.push(model.schemas[$ref] ?? true)
    }
    const { left, joined } = withoutTrivialJoins(rest)
    queue.push(...joined)
    if (Object.keys(left).length > 0) parts.push(left)
  }
  return { parts, names: followed, isImpossible }
}

interface Unjoined {
  readonly left: JsonObject
  /** What holds for the same value. */
  readonly joined: readonly unknown[]
}

function withoutTrivialJoins(schema: JsonObject): Unjoined {
  const joined: unknown[] = []
  const left = Object.entries(schema).filter(([keyword, value]) => {
    const same = sameValue(keyword, value)
    if (same !== undefined) joined.push(same)
    return same === undefined
  })
  return { left: Object.fromEntries(left), joined }
}

/** What a keyword says in another way of the same value; undefined where it says it in none. */
function sameValue(keyword: string, value: unknown): unknown {
  if (['oneOf', 'anyOf'].includes(keyword) && Array.isArray(value) && value.length === 1) return value[0]
  if (keyword === 'not' && (value === true || (isObject(value) && Object.keys(value).length === 0))) return false
  if (keyword !== 'not' || !isObject(value)) return undefined
  const [[inner, what] = [], ...others] = Object.entries(value)
  if (others.length > 0) return undefined
  if (inner === 'not') return what
  return inner === 'required' && Array.isArray(what) && what.length === 1
    ? { type: 'object', properties: { [String(what[0])]: false } }
    : undefined
}
