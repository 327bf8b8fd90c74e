import { isObject, objectFrom } from '../document/json.ts'
import type { FoundSecret } from './find-secrets.ts'

/** Takes the secrets of a recording out of all that is shown, and puts them back for those that judge. */
export interface SecretMarks {
  /** The text with a mark in the place of each secret, in whatever form it stands there. */
  readonly mask: (text: string) => string
  /** The mark of a secret, also of one that is too short to be found in other texts. */
  readonly markOf: (secret: unknown) => string
  /** The value with the secrets themselves: for judges that show no value. */
  readonly unmask: (value: unknown) => unknown
  /** A text for a report: also parts of what authenticates are gone. */
  readonly clean: (text: string) => string
  /** Of the marks in an answer those of what was sent by this entry or before. */
  readonly sentUntil: (index: number, answer: string) => readonly string[]
}

/** What is shorter stands in many texts by chance, and is hidden in its own place alone. */
const shortest = 6
/** A shorter one could be returned by chance. */
const shortestReturned = 8
/** A part of this length tells something of a secret. */
const partLength = 8

/** Gives each secret a mark of its own, so that a report shows which are the same. */
export function secretMarks(found: Iterable<FoundSecret>): SecretMarks {
  const originals: unknown[] = []
  const numbers = new Map<string, number>()
  const sentBy = new Map<number, number>()
  const numberOf = (value: unknown): number => {
    const known = numbers.get(String(value))
    if (known !== undefined) return known
    numbers.set(String(value), originals.push(value))
    return originals.length
  }
  for (const { value, sentBy: index } of found) {
    const number = numberOf(value)
    if (index !== undefined) sentBy.set(number, Math.min(index, sentBy.get(number) ?? index))
  }
  const markOf = (value: unknown) => markOfNumber(numberOf(value))
  const mask = replacer(
    originals.flatMap((value) => formsOf(String(value)).map((form) => [form, markOf(value)] as const)),
  )
  const parts = partsOf([...sentBy.keys()].map((number) => String(originals[number - 1])))
  return {
    mask,
    markOf,
    unmask: (value) => unmasked(value, (number) => originals[number - 1]),
    clean: (text) => withoutParts(mask(text), parts),
    sentUntil: (index, answer) => {
      const numbersIn = new Set([...answer.matchAll(markPattern)].map(([, number]) => Number(number)))
      const isSent = (number: number) => (sentBy.get(number) ?? Number.POSITIVE_INFINITY) <= index
      return [...numbersIn].filter((number) => isSent(number) && isLong(originals[number - 1])).map(markOfNumber)
    },
  }
}

const markPattern = /\*\*\*(\d+)\*\*\*/g

function markOfNumber(number: number): string {
  return `***${number}***`
}

function isLong(secret: unknown): boolean {
  return String(secret).length >= shortestReturned
}

/** A secret as it stands, in JSON, in JSON within JSON, in URLs and in base64, alone or with other text before it. */
function formsOf(secret: string): string[] {
  if (secret.length < shortest) return []
  const inJson = JSON.stringify(secret).slice(1, -1)
  const inUrl = urlText(secret)
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '')
  const inner = [0, 1, 2].map((before) => base64Behind(secret, before))
  const texts = [base64, ...inner].flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')])
  const plain = [secret, inJson, inJson.replaceAll('/', '\\/'), JSON.stringify(inJson).slice(1, -1)]
  const all = [...plain, inUrl, inUrl.replaceAll('%20', '+'), ...texts]
  return [...new Set(all.map(inOneCase))].filter((form) => form.length >= shortest)
}

/** Hosts, methods and hexadecimal digits come in either case. */
function inOneCase(text: string): string {
  const lower = text.toLowerCase()
  // A few letters of other alphabets have a longer form.
  return lower.length === text.length ? lower : text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Half a character has no form in a URL. */
function urlText(secret: string): string {
  return encodeURIComponent(secret.toWellFormed())
}

/** What of the base64 of a longer text depends on the secret alone. */
function base64Behind(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3))
  return whole.toString('base64').slice(before === 0 ? 0 : 4)
}

type Forms = readonly (readonly [form: string, mark: string])[]

/** Replaces the longest form at each place, in one walk through the text. */
function replacer(forms: Forms): (text: string) => string {
  const byStart = new Map(
    [...Map.groupBy(forms, ([form]) => form.slice(0, shortest))].map(([start, own]) => [start, byLength(own)]),
  )
  if (byStart.size === 0) return (text) => text
  return (given) => {
    const text = inOneCase(given)
    let shown = ''
    let from = 0
    for (let at = 0; at + shortest <= text.length; at++) {
      for (const [length, marks] of byStart.get(text.slice(at, at + shortest)) ?? []) {
        const mark = marks.get(text.slice(at, at + length))
        if (mark === undefined) continue
        shown += given.slice(from, at) + mark
        from = at + length
        at = from - 1
        break
      }
    }
    return from === 0 ? given : shown + given.slice(from)
  }
}

/** Longest first. Many secrets begin alike, but few differ in length: each length is one look. */
function byLength(forms: Forms): (readonly [length: number, marks: ReadonlyMap<string, string>])[] {
  const groups = [...Map.groupBy(forms, ([form]) => form.length)].sort(([a], [b]) => b - a)
  return groups.map(([length, own]) => [length, new Map(own)])
}

function partsOf(secrets: readonly string[]): ReadonlySet<string> {
  const parts = new Set<string>()
  for (const secret of secrets.map(inOneCase)) {
    for (let at = 0; at + partLength <= secret.length; at++) parts.add(secret.slice(at, at + partLength))
  }
  return parts
}

function withoutParts(given: string, parts: ReadonlySet<string>): string {
  const text = inOneCase(given)
  let shown = ''
  for (let at = 0; at < text.length; ) {
    let end = at
    for (let next = at; parts.has(text.slice(next, next + partLength)); next++) end = next + partLength
    shown += end > at ? '***' : given[at]
    at = Math.max(end, at + 1)
  }
  return shown
}

/** Member names are texts too. A loop would be longer; what is nested too deep for this was refused by `JSON.parse`. */
function unmasked(value: unknown, original: (number: number) => unknown): unknown {
  if (typeof value === 'string') {
    if (!value.includes('***')) return value
    const [, whole] = /^\*\*\*(\d+)\*\*\*$/.exec(value) ?? []
    if (whole !== undefined) return original(Number(whole)) ?? value
    return value.replaceAll(markPattern, (mark, number) => String(original(Number(number)) ?? mark))
  }
  if (Array.isArray(value)) return value.map((item) => unmasked(item, original))
  if (!isObject(value)) return value
  return objectFrom(
    Object.entries(value).map(([name, member]) => [String(unmasked(name, original)), unmasked(member, original)]),
  )
}
