import { pointerOf, pointerTokens } from '../../document/json.ts'
import { changeWords, type RedoclyChange } from '../../document/redocly-diff.ts'
import type { Change } from '../change.ts'
import type { ComparedPart } from '../changes/schema-changes.ts'
import { isSamePlace, valuePointer } from './same-place.ts'

/** Something that `redocly diff` calls breaking, and that is not. */
export interface FalseAlarm {
  readonly rule: string
  readonly message: string
  /** JSON pointer in the revision, or else in the base. */
  readonly place: string
  /** Why it is none. */
  readonly because: string
}

/** What `redocly diff` says of the same two documents, beside what was found here. */
export interface SecondOpinion {
  /** The changes, with what it says of them where that differs, and with what it alone calls breaking and none can refute. */
  readonly changes: readonly Change[]
  readonly falseAlarms: readonly FalseAlarm[]
  /** What it found beside: texts and examples, as a rule. */
  readonly others: readonly { readonly message: string; readonly place: string }[]
}

/**
 * Weighs what `redocly diff` says against what was found here. What it says of a schema is for values to show; what it says
 * of anything else and we do not, is kept.
 */
export function secondOpinion(
  changes: readonly Change[],
  redocly: readonly RedoclyChange[],
  parts: readonly ComparedPart[],
): SecondOpinion {
  const alarms = redocly.filter(({ impact }) => impact === 'major')
  const alone = alarms.filter((alarm) => !changes.some((one) => one.rating === 'breaking' && isSamePlace(one, alarm)))
  const isRefuted = (alarm: RedoclyChange) =>
    isAboutValues(alarm)
      ? isSearched(alarm, parts) || changes.some((one) => isSamePlace(one, alarm))
      : isJudged(alarm) || changes.some((one) => isSamePlace(one, alarm))
  const others = redocly.filter((one) => one.impact !== 'major' && !changes.some((change) => isSamePlace(change, one)))
  return {
    changes: [
      ...changes.map((change) => annotated(change, redocly)),
      ...alone.filter((alarm) => !isRefuted(alarm)).map((alarm) => keptAlarm(alarm, parts)),
    ],
    falseAlarms: alone.filter(isRefuted).map((alarm) => falseAlarm(alarm, changes, parts)),
    others: others.map((one) => ({ message: changeWords(one), place: placeOf(one) })),
  }
}

/** What both revisions were read for in full, so that there is nothing where nothing was found. */
const judged: ReadonlySet<string> = new Set([
  ...['operation-removed', 'path-removed', 'operation-id-changed', 'response-removed', 'response-header-removed'],
  ...['parameter-removed', 'parameter-became-required', 'parameter-serialization-changed', 'media-type-removed'],
  ...['request-body-removed', 'request-body-became-required', 'security-requirement-changed', 'server-removed'],
])

/** Of credentials, what is seen on the wire; where a token comes from is for others to judge. */
const ofCredentials: ReadonlySet<string | undefined> = new Set(['scheme', 'bearerFormat', 'in', 'name'])

/** Callbacks and webhooks are nobody's here. */
function isOfOperations({ path }: RedoclyChange): boolean {
  return !pointerTokens(path).some((token) => token === 'callbacks' || token === 'webhooks')
}

function isJudged(alarm: RedoclyChange): boolean {
  const rule = ruleOf(alarm)
  const isNameOrSeen = alarm.kind !== 'modified' || ofCredentials.has(alarm.property)
  return isOfOperations(alarm) && (judged.has(rule) || (rule === 'security-scheme-changed' && isNameOrSeen))
}

/** Whether it is about the schema of a parameter, a body or a header. */
function isAboutValues({ path }: RedoclyChange): boolean {
  return pointerTokens(path).includes('schema')
}

/** Whether both revisions say the same there, or the search came to what is spoken of and found nothing. */
function isSearched(alarm: RedoclyChange, parts: readonly ComparedPart[]): boolean {
  const tokens = pointerTokens(alarm.path)
  const pointer = valuePointer(tokens.slice(tokens.indexOf('schema') + 1))
  return partsAt(alarm, parts).some(({ isSame, isReached }) => isSame || isReached(pointer))
}

/** The parts that it may be about: a path names one operation of those that share a schema. */
function partsAt({ path }: RedoclyChange, parts: readonly ComparedPart[]): ComparedPart[] {
  const [root, name = '', ...rest] = pointerTokens(path)
  const [method, kind, key] = rest[0] === 'parameters' ? ['', 'parameters'] : rest
  if (root !== 'paths') return []
  const operation = pointerOf(['paths', name, ...(method ? [method] : [])])
  return parts.filter(
    ({ part }) =>
      part.operation.startsWith(operation) && isKind(part.where, { kind, key, isHeader: rest[3] === 'headers' }),
  )
}

interface Kind {
  readonly kind: string | undefined
  readonly key: string | undefined
  readonly isHeader: boolean
}

function isKind(where: string, { kind, key, isHeader }: Kind): boolean {
  if (kind === 'requestBody') return where === 'request body'
  if (kind === 'parameters') return /^(path|query|header|cookie) /.test(where) && !/ of \S+$/.test(where)
  if (kind !== 'responses') return false
  return isHeader ? where.endsWith(` of ${key}`) : where === `response ${key}`
}

function triedAt(alarm: RedoclyChange, parts: readonly ComparedPart[]): number {
  return partsAt(alarm, parts).reduce((sum, { tried }) => sum + tried, 0)
}

function falseAlarm(alarm: RedoclyChange, changes: readonly Change[], parts: readonly ComparedPart[]): FalseAlarm {
  const safe = changes.find((one) => isSamePlace(one, alarm))
  const silence = isAboutValues(alarm)
    ? `none of ${triedAt(alarm, parts)} values tells the two apart`
    : 'both ask for the same'
  const because = safe === undefined ? silence : `it hurts nobody: ${safe.message}`
  return { rule: ruleOf(alarm), message: changeWords(alarm), place: placeOf(alarm), because }
}

/** What nobody here has a rule for, and what no search came to, is taken at its word. */
function keptAlarm(alarm: RedoclyChange, parts: readonly ComparedPart[]): Change {
  const { base, revision } = alarm
  return {
    id: `redocly/${ruleOf(alarm)}`,
    audience: 'wire',
    rating: 'breaking',
    message: changeWords(alarm),
    operations: [],
    where: [],
    ...(isAboutValues(alarm) && { tried: triedAt(alarm, parts) }),
    places: {
      ...(base.pointer !== undefined && { base: base.pointer }),
      ...(revision.pointer !== undefined && { revision: revision.pointer }),
    },
  }
}

function ruleOf({ verdicts, type }: RedoclyChange): string {
  return verdicts[0]?.rule ?? type
}

function placeOf({ base, revision, path }: RedoclyChange): string {
  return revision.pointer ?? base.pointer ?? path
}

function annotated(change: Change, redocly: readonly RedoclyChange[]): Change {
  if (change.rating === 'safe') return change
  const own = redocly.filter((one) => isSamePlace(change, one))
  if (own.some(({ impact }) => impact === 'major')) return change
  const worst = own.find(({ impact }) => impact === 'minor') ?? own[0]
  return { ...change, redocly: worst === undefined ? 'not seen' : `rated ${worst.impact}` }
}
