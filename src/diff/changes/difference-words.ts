import { placeName } from '../../contract/constraints.ts'
import { keyword as keywordOf } from '../../document/flat-schema.ts'
import { isObject, pointerOf, pointerTokens } from '../../document/json.ts'
import { flatAt } from '../search/flat-at.ts'
import type { Difference } from '../search/search.ts'
import type { Side } from '../search/side.ts'
import type { Part } from './parts.ts'

/** A place in words: `items[].spec.name`; the whole is `body`. */
export function placeWords(pointer: string): string {
  return placeName(pointer).replaceAll(/(^|\.)0(?=\.|$)/g, '[]')
}

/** The place that a difference is about; of a rule that requires a property, the property's. */
export function placeOfDifference({ violation, pointer }: Difference): string {
  const property = violation.keyword === 'required' ? /'(.*)'/.exec(violation.message)?.[1] : undefined
  return property === undefined ? pointer : pointerOf([...pointerTokens(pointer), property])
}

/** What is different in a place, in words: `maxLength 38 → 37`. */
export function differenceWords(part: Part, difference: Difference, isNarrowed: boolean): string {
  const { violation, pointer } = difference
  const { keyword, message } = violation
  if (keyword === 'required') return isNarrowed ? 'required now' : 'no longer required'
  if (keyword === 'false schema') return isNarrowed ? 'not allowed any more' : 'allowed now'
  const before = keywordAt(part.base, pointer, keyword)
  const after = keywordAt(part.revision, pointer, keyword)
  if (keyword === 'enum' && Array.isArray(before) && Array.isArray(after)) return namesWords(part, { before, after })
  const isShort = ![before, after].some((value) => isObject(value) || (Array.isArray(value) && value.some(isObject)))
  if (isShort && before !== after) return `${keyword} ${shown(before)} → ${shown(after)}`
  return `${isNarrowed ? 'refused now' : 'no longer refused'}: ${message}`
}

interface Names {
  readonly before: readonly unknown[]
  readonly after: readonly unknown[]
}

function namesWords({ direction }: Part, { before, after }: Names): string {
  const list = (names: readonly unknown[], others: readonly unknown[]) =>
    names
      .filter((name) => !others.includes(name))
      .map((name) => JSON.stringify(name))
      .join(', ')
  const [gone, fresh] = [list(before, after), list(after, before)]
  const verb = direction === 'request' ? 'accepted' : 'sent'
  return [
    ...(gone === '' ? [] : [`${gone} no longer ${verb}`]),
    ...(fresh === '' ? [] : [`${fresh} ${direction === 'request' ? 'accepted too' : 'may be sent now'}`]),
  ].join(', ')
}

function shown(limit: unknown): string {
  if (limit === undefined) return 'none'
  return Array.isArray(limit)
    ? limit.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' or ')
    : String(limit)
}

/** What a side says with a keyword of the value in one place. */
function keywordAt(side: Side, pointer: string, keyword: string): unknown {
  return keywordOf(flatAt(side, pointerTokens(pointer)), keyword)
}
