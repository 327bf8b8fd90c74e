import { needsToken } from '../contract/coverage.ts'
import { schemaRules } from '../contract/schema-rules.ts'
import type { JsonObject } from '../document/json.ts'
import type { Model } from '../document/model.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { lacksCredentials } from './credentials-sent.ts'
import { driftRemarks } from './drift.ts'
import { saidByDriftAlone } from './drift-alone.ts'
import { type FoundSecret, secretsIn } from './find-secrets.ts'
import { type Call, judgeEntry } from './judge-entry.ts'
import { maskedEntry } from './masked-entry.ts'
import { type Match, operationMatcher } from './match-operation.ts'
import type { Recorded } from './recorded.ts'
import type { Remark } from './remark.ts'
import { type SecretMarks, secretMarks } from './secret-marks.ts'
import { type SecretNames, secretNames } from './secret-names.ts'

/** How many entries were judged, and why the others were not. */
export interface TrafficCounts {
  readonly entries: number
  readonly judged: number
  /** To a server that is none of the document's. */
  readonly elsewhere: number
  /** Without an answer: blocked, broken off, or not recorded. */
  readonly unanswered: number
  /** Questions of a browser about another origin, and answers from its cache (304). */
  readonly ofBrowser: number
}

/** What is to be said of recorded traffic. Nothing in it holds a secret once it went through `clean`. */
export interface TrafficReport {
  readonly counts: TrafficCounts
  readonly remarks: readonly Remark[]
  /** What was assumed; a sentence each. */
  readonly notes: readonly string[]
  readonly clean: SecretMarks['clean']
}

/** What traffic is judged by. */
export interface TrafficDocument {
  readonly bundle: JsonObject
  readonly model: Model
  /** The base URL that the traffic was captured against, in place of the document's servers. */
  readonly server: string | undefined
}

/**
 * Judges recorded traffic by the document: with our own checks, and with `redocly drift`.
 *
 * @throws {CannotRunError} when no request goes to a server of the document
 */
export async function judgeTraffic(entries: readonly Recorded[], document: TrafficDocument): Promise<TrafficReport> {
  const { model, server } = document
  const matcher = operationMatcher(model, server)
  const matched = entries.map((entry) => ({ entry, match: matcher(entry.method, entry.url) }))
  const own = matched.filter(({ match }) => match !== undefined)
  if (own.length === 0) throw nothingMatches(model, server)
  const names = secretNames(model)
  const found = entries.flatMap((entry) => secretsIn(entry, names))
  const marks = secretMarks([...found, ...own.flatMap((one) => secretsInPath(one, names))])
  const calls = own.flatMap(({ entry, match }) => callOf({ entry, match, marks, names }) ?? [])
  const hasCredentials = isRecordedWithCredentials(calls, model)
  const judging = { model, rules: schemaRules(model), marks, hasCredentials }
  const ours = calls.flatMap((call) => judgeEntry(call, judging))
  const drift = saidByDriftAlone(await driftRemarks(calls, document), ours, schemeParameters(model))
  return {
    counts: countsOf(entries, matched, calls),
    remarks: [...ours, ...drift].toSorted((a, b) => a.entry.index - b.entry.index),
    notes: hasCredentials ? [] : [withoutCredentials],
    clean: marks.clean,
  }
}

const withoutCredentials =
  'No request of the recording has the credentials that the document asks for; as recorders leave them out, it is not judged whether they were sent.'

function nothingMatches({ servers }: Model, server: string | undefined): CannotRunError {
  const known = server ?? servers.join(', ')
  return new CannotRunError(
    `No request of the recording goes to a server of the document (${known}); give the base URL of the traffic with --server URL.`,
  )
}

/** Some services take a key as a part of the path. */
function secretsInPath(
  { entry, match }: { readonly entry: Recorded; readonly match: Match | undefined },
  names: SecretNames,
) {
  const values = match?.kind === 'operation' ? [...match.values] : []
  return values
    .filter(([name]) => names.isSecret(name))
    .map(([, value]): FoundSecret => ({ value, sentBy: entry.index }))
}

interface Found {
  readonly entry: Recorded
  readonly match: Match | undefined
  readonly marks: SecretMarks
  readonly names: SecretNames
}

/** What can be judged of an entry; undefined for what no service has answered. */
function callOf({ entry, match, ...hiding }: Found): Call | undefined {
  const { response } = entry
  if (!match || match.kind === 'preflight' || !response || isFromCache(entry)) return undefined
  return { entry, shown: maskedEntry(entry, hiding), answer: response, match }
}

function isFromCache({ response }: Recorded): boolean {
  return response?.status === 304
}

function isRecordedWithCredentials(calls: readonly Call[], model: Model): boolean {
  const due = calls.filter(({ match }) => match.kind === 'operation' && needsToken(match.operation))
  return due.length === 0 || due.some(({ entry, match }) => !lacksCredentials(entry, match.operation, model))
}

/** Drift takes a key in the query for a parameter. */
function schemeParameters({ securitySchemes }: Model): ReadonlySet<string> {
  return new Set(Object.values(securitySchemes).flatMap((scheme) => (scheme.type === 'apiKey' ? [scheme.name] : [])))
}

function countsOf(
  entries: readonly Recorded[],
  matched: readonly { readonly entry: Recorded; readonly match: Match | undefined }[],
  calls: readonly Call[],
): TrafficCounts {
  const own = matched.filter(({ match }) => match !== undefined)
  const ofBrowser = own.filter(({ entry, match }) => match?.kind === 'preflight' || isFromCache(entry)).length
  return {
    entries: entries.length,
    judged: calls.length,
    elsewhere: entries.length - own.length,
    unanswered: own.length - ofBrowser - calls.length,
    ofBrowser,
  }
}
