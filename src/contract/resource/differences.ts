import { type FlatSchema, keyword, requiredNames } from '../../document/flat-schema.ts'
import { isObject, type JsonObject, pointerOf } from '../../document/json.ts'
import type { JsonSchema, Model } from '../../document/model.ts'
import { openProperties, openSchema } from '../open-schema.ts'
import { hintsOf } from './hints.ts'

/** A member that is not what was sent. */
export interface Difference {
  /** JSON pointer into what was sent. */
  readonly pointer: string
  readonly expected: string
  readonly got: string
}

/** What was sent, and by which schema. */
export interface Sent {
  readonly schema: JsonSchema
  readonly body: unknown
  /** What it replaced: none of it may still be there. */
  readonly replaced?: unknown
}

/**
 * Where a resource does not hold what was sent. These are the same: an empty value and none, a name and its number, the
 * two spellings of an identifier, moments in different zones, the order in a list.
 */
export function differences(model: Model, { schema, body, replaced }: Sent, got: unknown): Difference[] {
  return compare({ model, tokens: [], schemas: [schema] }, body, got, replaced)
}

const extensible = 'x-extensible-enum'

interface Place {
  readonly model: Model
  readonly tokens: readonly string[]
  readonly schemas: readonly JsonSchema[]
}

function compare(place: Place, sent: unknown, got: unknown, replaced: unknown): Difference[] {
  const flat = openSchema(place.model, place.schemas)
  // An answer leaves out the ones, and the caller does not decide the others.
  if (isMarked(flat, 'readOnly') || isMarked(flat, 'writeOnly')) return []
  // An empty list looks like none, and a service may fill in what it takes none for.
  if (sent === undefined || isEmptyList(sent)) return compareOmitted(place, flat, got, replaced)
  if (isObject(sent) && (isObject(got) || got === undefined || got === null)) {
    return compareMembers(place, flat, { sent, got: got ?? {}, replaced })
  }
  if (hintsOf(flat).onUpdate === 'merge') return compareMerged(place, [sent, replaced].flat(), got)
  return isSame(place, flat, sent, got) ? [] : [difference(place.tokens, shown(sent), got)]
}

function compareMembers(
  place: Place,
  flat: FlatSchema,
  { sent, got, replaced }: { sent: JsonObject; got: JsonObject; replaced: unknown },
): Difference[] {
  const chosen = new Set(chosenNames(flat))
  const described = openProperties(flat)
  const others = keyword(flat, 'additionalProperties')
  // A map has the names that were sent.
  const all = others ? new Set([...described.keys(), ...Object.keys(sent)]) : described.keys()
  // What belongs to a secret may be kept with it.
  const maySurvive =
    !isObject(replaced) || [...described.values()].some((own) => isMarked(openSchema(place.model, own), 'writeOnly'))
  return [...all].flatMap((name) => {
    const own = described.get(name) ?? [others as JsonSchema]
    const inner = { ...place, tokens: [...place.tokens, name], schemas: own }
    const before = isObject(replaced) ? replaced[name] : undefined
    if (sent[name] === undefined && chosen.has(name)) return leftOver(inner, before, got[name])
    if (sent[name] === undefined && maySurvive) return []
    if (chosen.has(name) && isObject(sent[name]) && !isObject(got[name])) {
      return [difference(inner.tokens, 'the member that was chosen', got[name])]
    }
    return compare(inner, sent[name], got[name], before)
  })
}

/** The names that the branches of a choice require: of those, one is there and the others are not. */
function chosenNames(flat: FlatSchema): string[] {
  const isBranch = ({ properties }: JsonObject) => isObject(properties) && Object.values(properties).includes(false)
  return requiredNames({ ...flat, parts: flat.parts.filter(isBranch) })
}

function isMarked({ parts }: FlatSchema, direction: 'readOnly' | 'writeOnly'): boolean {
  return parts.some((part) => part[direction] === true)
}

/**
 * What an update that stands for the whole does not name is gone. A switch or a name may be back at its default, which looks
 * the same.
 */
function compareOmitted(place: Place, flat: FlatSchema, got: unknown, replaced: unknown): Difference[] {
  if (isObject(replaced) && isObject(got)) return compareMembers(place, flat, { sent: {}, got, replaced })
  const isDefaultable = typeof replaced === 'boolean' || flat.parts.some((part) => 'enum' in part || extensible in part)
  if (isDefaultable || isEmpty(replaced) || hintsOf(flat).onUpdate === 'merge') return []
  return isSame(place, flat, replaced, got) ? leftOver(place, replaced, got) : []
}

function leftOver({ tokens }: Place, before: unknown, got: unknown): Difference[] {
  if (before === undefined || got === undefined || got === null) return []
  return [difference(tokens, 'nothing: the update replaced it', got)]
}

function isSame(place: Place, flat: FlatSchema, sent: unknown, got: unknown): boolean {
  if (isEmpty(sent) && isEmpty(got)) return true
  if (Array.isArray(sent)) return Array.isArray(got) && isSameList(place, flat, sent, got)
  const isName =
    [sent, got].some((one) => typeof one === 'number') && [sent, got].some((one) => typeof one === 'string')
  if (isName) return true
  if (typeof sent !== 'string' || typeof got !== 'string') return sent === got
  return canonical(flat, sent) === canonical(flat, got)
}

/** A list that an update adds to holds what was there and what was sent, and may hold more. */
function compareMerged(place: Place, due: readonly unknown[], got: unknown): Difference[] {
  const list = Array.isArray(got) ? got : []
  const isItem = sameItems(place, openSchema(place.model, place.schemas))
  const missing = due.filter((item) => item !== undefined && !list.some((one) => isItem(item, one)))
  if (missing.length > 0) return [difference(place.tokens, `a list with ${shown(missing)} too`, got)]
  const twice = due.find((item) => list.filter((one) => isItem(item, one)).length > 1)
  return twice === undefined ? [] : [difference(place.tokens, `a list with ${shown(twice)} once`, got)]
}

function isSameList(place: Place, flat: FlatSchema, sent: readonly unknown[], got: readonly unknown[]): boolean {
  const isItem = sameItems(place, flat)
  const times = (item: unknown, list: readonly unknown[]) => list.filter((one) => isItem(item, one)).length
  const isDoubled = (item: unknown) => times(item, sent) === 1 && times(item, got) > 1
  return (
    sent.every((item) => times(item, got) > 0) &&
    got.every((one) => sent.some((item) => isItem(item, one))) &&
    // Items that the service has filled in may look like others that were sent.
    (got.length <= sent.length || !sent.some(isDoubled))
  )
}

/** Whether an item that was sent is the one that came back. */
function sameItems(place: Place, flat: FlatSchema): (sent: unknown, got: unknown) => boolean {
  const schemas = [(keyword(flat, 'items') as JsonSchema | undefined) ?? true]
  return (sent, got) => compare({ ...place, schemas }, sent, got, undefined).length === 0
}

function canonical(flat: FlatSchema, text: string): string {
  const format = keyword(flat, 'format')
  if (format === 'uuid' || hintsOf(flat).ignoreCase) return text.toLowerCase()
  if (format === 'date-time') return String(Date.parse(text))
  return format === 'uri' && URL.canParse(text) ? new URL(text).href : text
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** What proto3 JSON may leave out. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (isObject(value)) return Object.values(value).every(isEmpty)
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === 0 ||
    value === '' ||
    /_UNSPECIFIED$/.test(String(value))
  )
}

function difference(tokens: readonly string[], expected: string, got: unknown): Difference {
  return { pointer: pointerOf(tokens), expected, got: shown(got) }
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
