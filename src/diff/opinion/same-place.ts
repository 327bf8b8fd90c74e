import { pointerOf, pointerTokens } from '../../document/json.ts'
import { ruleKeywords } from '../../document/json-schema.ts'
import type { RedoclyChange } from '../../document/redocly-diff.ts'
import type { Change } from '../change.ts'

const keywords = new Set([...ruleKeywords, 'x-extensible-enum', 'in', 'operationId', 'schema'])
const choices = ['oneOf', 'anyOf', 'allOf', 'not', 'if', 'then', 'else']
/** What leads from a value to a part of it. */
const steps = ['properties', 'items', 'additionalProperties', 'prefixItems', 'patternProperties']

/** Whether a change is about what `redocly diff` speaks of: by the place in a document, or by the value that is meant. */
export function isSamePlace(change: Change, alarm: RedoclyChange): boolean {
  if (isAboutSecurity(alarm)) return change.where[0] === 'security'
  if (change.where[0] === 'security') return false
  const own = [change.places.base, change.places.revision].flatMap((place) => place ?? [])
  const theirs = [alarm.base.pointer, alarm.revision.pointer, alarm.path].flatMap((place) => place ?? [])
  return own.some((one) => theirs.some((other) => areRelated(one, other))) || isSameValue(change, alarm)
}

function isAboutSecurity({ path, type }: RedoclyChange): boolean {
  return /^Security/.test(type) || /\/security(Schemes)?(\/|$)/.test(path)
}

/** Whether one place is the other, or lies in it without a step to another value. */
function areRelated(one: string, other: string): boolean {
  const [short = [], long = []] = [ownerOf(one), ownerOf(other)].sort((a, b) => a.length - b.length)
  const rest = long.slice(short.length)
  return short.every((token, index) => token === long[index]) && (rest.length === 0 || isInside(short, rest))
}

function isInside(owner: readonly string[], rest: readonly string[]): boolean {
  if (rest.some((token) => steps.includes(token)))
    return rest.some((token) => choices.includes(token)) && choices.includes(rest[0] ?? '')
  return owner.length > 1 || owner[0] === 'servers'
}

/** The place without the keyword at its end: the schema that says it. */
function ownerOf(pointer: string): string[] {
  const tokens = pointerTokens(pointer)
  const isName = steps.includes(tokens.at(-2) ?? '') && tokens.at(-2) !== 'items'
  return keywords.has(tokens.at(-1) ?? '') && !isName ? tokens.slice(0, -1) : tokens
}

/** Whether both are about the same place of the same value on the wire. */
function isSameValue({ where, pointer = '#', places }: Change, { path }: RedoclyChange): boolean {
  const tokens = pointerTokens(path)
  const schema = tokens.indexOf('schema')
  if (schema < 0) return false
  const [, , , part, key] = tokens
  const isWhere = where.includes(part === 'requestBody' ? 'request body' : `response ${key}`)
  const operation = pointerOf(tokens.slice(0, 3))
  const isOperation = [places.base, places.revision].some((place) => place?.startsWith(operation))
  return isWhere && isOperation && valuePointer(tokens.slice(schema + 1)) === pointer
}

/** A path through schemas as a pointer into the value. */
export function valuePointer(tokens: readonly string[]): string {
  const found: string[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? ''
    if (token === 'items') found.push('0')
    else if (token === 'properties') found.push(tokens[++index] ?? '')
    else if (choices.includes(token) && /^\d+$/.test(tokens[index + 1] ?? '')) index++
  }
  return pointerOf(found)
}
