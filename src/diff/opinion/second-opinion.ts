import { pointerTokens } from '../../document/json.ts'
import { changeWords, type RedoclyChange } from '../../document/redocly-diff.ts'
import type { Change } from '../change.ts'
import { isSamePlace } from './same-place.ts'

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
  tried: number,
): SecondOpinion {
  const alarms = redocly.filter(({ impact }) => impact === 'major')
  const alone = alarms.filter((alarm) => !changes.some((one) => one.rating === 'breaking' && isSamePlace(one, alarm)))
  const isRefuted = (alarm: RedoclyChange) =>
    isAboutValues(alarm) || isJudged(alarm) || changes.some((one) => isSamePlace(one, alarm))
  const others = redocly.filter((one) => one.impact !== 'major' && !changes.some((change) => isSamePlace(change, one)))
  return {
    changes: [
      ...changes.map((change) => annotated(change, redocly)),
      ...alone.filter((alarm) => !isRefuted(alarm)).map(keptAlarm),
    ],
    falseAlarms: alone.filter(isRefuted).map((alarm) => falseAlarm(alarm, changes, tried)),
    others: others.map((one) => ({ message: changeWords(one), place: placeOf(one) })),
  }
}

/** What both revisions were read for in full, so that there is nothing where nothing was found. */
const judged: ReadonlySet<string> = new Set([
  ...['operation-removed', 'path-removed', 'operation-id-changed', 'response-removed', 'response-header-removed'],
  ...['parameter-removed', 'parameter-became-required', 'parameter-serialization-changed', 'media-type-removed'],
  ...['request-body-removed', 'request-body-became-required', 'security-requirement-changed'],
])

/** Of credentials, what is seen on the wire; where a token comes from is for others to judge. */
const ofCredentials: ReadonlySet<string | undefined> = new Set(['scheme', 'bearerFormat', 'in', 'name'])

function isJudged(alarm: RedoclyChange): boolean {
  const rule = ruleOf(alarm)
  return judged.has(rule) || (rule === 'security-scheme-changed' && ofCredentials.has(alarm.property))
}

/** Whether it is about the schema of a parameter, a body or a header; all of these were searched. */
function isAboutValues({ path }: RedoclyChange): boolean {
  const [root, , ...rest] = pointerTokens(path)
  const isSearched = /^(requestBody|responses|parameters)$/.test(rest[0] === 'parameters' ? rest[0] : (rest[1] ?? ''))
  return root === 'paths' && isSearched && rest.includes('schema')
}

function falseAlarm(alarm: RedoclyChange, changes: readonly Change[], tried: number): FalseAlarm {
  const safe = changes.find((one) => isSamePlace(one, alarm))
  const silence = isAboutValues(alarm) ? `none of ${tried} values tells the two apart` : 'both ask for the same'
  const because = safe === undefined ? silence : `it hurts nobody: ${safe.message}`
  return { rule: ruleOf(alarm), message: changeWords(alarm), place: placeOf(alarm), because }
}

/** What nobody here has a rule for is taken at its word. */
function keptAlarm(alarm: RedoclyChange): Change {
  const { base, revision } = alarm
  return {
    id: `redocly/${ruleOf(alarm)}`,
    audience: 'wire',
    rating: 'breaking',
    message: changeWords(alarm),
    operations: [],
    where: [],
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
