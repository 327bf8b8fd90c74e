import { isObject, type JsonObject } from '../../document/json.ts'
import { joined, type Phrase, valueText } from '../phrase.ts'

/** What the parts of a schema ask of a value beside its type, each rule in a few words. */
export function constraintsOf(parts: readonly JsonObject[]): Phrase[] {
  const phrases = parts.flatMap((part) => rules.map((rule) => rule(part)).filter((phrase) => phrase !== undefined))
  return [...new Map(phrases.map((phrase) => [JSON.stringify(phrase), phrase])).values()]
}

type Rule = (part: JsonObject) => Phrase | undefined

const rules: readonly Rule[] = [
  ({ format }) => (typeof format === 'string' ? ['format ', { code: format }] : undefined),
  (part) => counted(part, ['minLength', 'maxLength'], ['character', 'characters']),
  (part) => bounds(part),
  ({ multipleOf }) => (typeof multipleOf === 'number' ? ['a multiple of ', { code: String(multipleOf) }] : undefined),
  ({ pattern }) => (typeof pattern === 'string' ? ['matches ', { code: pattern }] : undefined),
  (part) => counted(part, ['minItems', 'maxItems'], ['item', 'items']),
  ({ uniqueItems }) => (uniqueItems === true ? ['no item twice'] : undefined),
  (part) => counted(part, ['minProperties', 'maxProperties'], ['member', 'members']),
  ({ const: constant }) => (constant === undefined ? undefined : ['always ', { code: valueText(constant) }]),
  ({ enum: values }) => (Array.isArray(values) ? ['one of ', ...codes(values)] : undefined),
  ({ 'x-extensible-enum': values }) =>
    Array.isArray(values) ? ['known values: ', ...codes(values), '; others may appear'] : undefined,
  ({ contentMediaType, contentEncoding }) => content(contentMediaType, contentEncoding),
  ({ additionalProperties }) => (additionalProperties === false ? ['no other members'] : undefined),
  ({ dependentRequired }) => (isObject(dependentRequired) ? dependents(dependentRequired) : undefined),
  (part) => (beyondWords.some((keyword) => part[keyword] !== undefined) ? [further] : undefined),
  ({ default: value }) => (value === undefined ? undefined : ['default ', { code: valueText(value) }]),
  ({ examples }) => (Array.isArray(examples) && examples.length > 0 ? ['for example ', ...codes(examples)] : undefined),
]

/** Rules that a few words cannot tell. */
const beyondWords = ['not', 'if', 'contains', 'propertyNames', 'dependentSchemas', 'unevaluatedProperties']
const further = 'further rules stand in the document'

function counted(part: JsonObject, [low, high]: readonly [string, string], [one, many]: readonly [string, string]) {
  const least = numberAt(part, low)
  const most = numberAt(part, high)
  const unit = (count: number) => (count === 1 ? one : many)
  if (least !== undefined && least === most) return [`exactly ${least} ${unit(least)}`]
  if (least !== undefined && most !== undefined) return [`${least} to ${most} ${unit(most)}`]
  if (least !== undefined) return least === 0 ? undefined : [`at least ${least} ${unit(least)}`]
  return most === undefined ? undefined : [`at most ${most} ${unit(most)}`]
}

function bounds(part: JsonObject): Phrase | undefined {
  const [low, high] = [numberAt(part, 'minimum'), numberAt(part, 'maximum')]
  const words = [
    ...(low !== undefined && high !== undefined ? [`from ${low} to ${high}`] : []),
    ...(low !== undefined && high === undefined ? [`at least ${low}`] : []),
    ...(low === undefined && high !== undefined ? [`at most ${high}`] : []),
    ...named('more than', numberAt(part, 'exclusiveMinimum')),
    ...named('less than', numberAt(part, 'exclusiveMaximum')),
  ]
  return words.length === 0 ? undefined : [words.join(', ')]
}

function named(words: string, bound: number | undefined): string[] {
  return bound === undefined ? [] : [`${words} ${bound}`]
}

function numberAt(part: JsonObject, key: string): number | undefined {
  const value = part[key]
  return typeof value === 'number' ? value : undefined
}

function codes(values: readonly unknown[]): Phrase {
  return joined(
    values.map((value) => [{ code: valueText(value) }]),
    ', ',
  )
}

function content(mediaType: unknown, encoding: unknown): Phrase | undefined {
  const parts = [mediaType, encoding].filter((part) => typeof part === 'string')
  return parts.length === 0 ? undefined : ['holds ', ...codes(parts)]
}

function dependents(needs: JsonObject): Phrase {
  return joined(
    Object.entries(needs).map(([name, names]) => [
      { code: name },
      ' needs ',
      ...codes(Array.isArray(names) ? names : []),
    ]),
    '; ',
  )
}
