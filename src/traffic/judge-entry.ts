import type { Exchange, Expectation } from '../contract/case.ts'
import type { Check, Measure, Verdict } from '../contract/check.ts'
import { shortened, statusGot } from '../contract/check.ts'
import type { CaseResponse } from '../contract/message.ts'
import type { SchemaRules } from '../contract/schema-rules.ts'
import { pointerTokens, valueUnder } from '../document/json.ts'
import type { Model } from '../document/model.ts'
import { lacksCredentials } from './credentials-sent.ts'
import type { Fault } from './fault.ts'
import { jsonIn } from './find-secrets.ts'
import type { Match } from './match-operation.ts'
import { type Recorded, type RecordedAnswer, textOf } from './recorded.ts'
import type { Remark } from './remark.ts'
import { requestFaults } from './request-faults.ts'
import type { SecretMarks } from './secret-marks.ts'
import { bodyChecks, trafficChecks } from './traffic-checks.ts'

/** A call that was answered, and what it is to the document. */
export interface Call {
  /** As it was recorded. */
  readonly entry: Recorded
  /** The same without secrets: all that a check or drift gets to see. */
  readonly shown: Recorded
  readonly answer: RecordedAnswer
  readonly match: Exclude<Match, { readonly kind: 'preflight' }>
}

/** What calls are judged by. */
export interface Judging {
  readonly model: Model
  readonly rules: SchemaRules
  readonly marks: SecretMarks
  /** Whether the recorder kept credentials, so that a call without any had none. */
  readonly hasCredentials: boolean
}

/** Everything that we have to say of a call: first of what was sent, then of the answer. */
export function judgeEntry(call: Call, by: Judging): Remark[] {
  const faults = call.match.kind === 'operation' ? requestFaults(call.entry, call.match, by) : []
  const isBare = isWithoutCredentials(call, by)
  const exchange = exchangeOf(call, expectationOf(call, faults, isBare))
  const measure = measureOf(call, by)
  const checks = trafficChecks.filter((check) => isApt(check, call))
  const verdicts = checks.flatMap((check) => check.judge(exchange, measure).map((verdict) => ({ check, verdict })))
  return [
    ...faults.map((fault) => requestRemark(call, fault)),
    ...undocumentedRemarks(call),
    ...(isBare ? [bareRemark(call)] : []),
    ...verdicts.map(({ check, verdict }) => answerRemark(call, check, verdict)),
  ]
}

function isWithoutCredentials({ entry, match }: Call, { model, hasCredentials }: Judging): boolean {
  return match.kind === 'operation' && hasCredentials && lacksCredentials(entry, match.operation, model)
}

function isApt(check: Check, { answer }: Call): boolean {
  if (answer.body.kind === 'not-recorded' && bodyChecks.has(check)) return false
  // Whether a token had run out does not show in a recording, and an error is a fair answer to what a request means.
  return check.id !== 'valid-request-refused' || answer.status < 400
}

/** Of a request that is wrong in several ways the first is told; a refusal may be for any of them. */
function expectationOf({ match }: Call, [fault]: readonly Fault[], isBare: boolean): Expectation {
  if (match.kind !== 'operation') return { kind: 'undocumented', what: match.kind }
  if (isBare) return { kind: 'refused', because: 'it has no credentials', about: 'token' }
  if (!fault) return { kind: 'permitted' }
  return { kind: 'refused', because: fault.message, about: 'transport', pointer: fault.pointer }
}

function exchangeOf({ shown, answer, match }: Call, expectation: Expectation): Exchange {
  const { method, url, request } = shown
  const body = textOf(request.body)
  const answered = shown.response ?? answer
  const response: CaseResponse = {
    status: answered.status,
    headers: answered.headers,
    text: textOf(answered.body),
    isUtf8: answered.body.kind !== 'text' || answered.body.isUtf8,
  }
  return {
    case: {
      id: String(shown.index),
      operation: match.operation,
      request: { method, path: url, headers: request.headers, ...(body !== '' && { body }) },
      expectation,
      covers: [],
    },
    response,
  }
}

/** Checks see marks; schemas judge what was there. */
function measureOf({ entry, shown: { response } }: Call, { model, rules, marks }: Judging): Measure {
  const answer = response ? [textOf(response.body), ...Object.values(response.headers)].join('\n') : ''
  const violations: SchemaRules['violations'] = (schema, value) => rules.violations(schema, marks.unmask(value))
  return { model, rules: { ...rules, violations }, secrets: marks.sentUntil(entry.index, answer) }
}

/** A client's fault weighs more where the service let it pass: nobody has noticed. */
function severityOf({ answer }: Call): 'error' | 'warning' {
  return answer.status >= 400 ? 'warning' : 'error'
}

function requestRemark(call: Call, { message, pointer, expected }: Fault): Remark {
  const { shown, match } = call
  const tokens = pointerTokens(pointer)
  const sent = jsonIn(textOf(shown.request.body))
  const value = tokens.length === 0 ? undefined : JSON.stringify(valueUnder(sent, tokens))
  return {
    id: 'invalid-request-sent',
    severity: severityOf(call),
    message: `The client sent a request that the document does not permit: ${message}`,
    side: 'request',
    pointer,
    expected,
    ...(value !== undefined && { got: shortened(value) }),
    entry: shown,
    operation: match.operation,
  }
}

function undocumentedRemarks(call: Call): Remark[] {
  const { shown, match, answer } = call
  if (match.kind === 'operation') return []
  return [
    {
      id: 'undocumented-request-sent',
      severity: severityOf(call),
      message: `The client sent a request to a ${match.kind} that the document does not have`,
      side: 'request',
      expected: match.kind === 'method' ? `a method of ${match.operation.path}` : 'a path of the document',
      got: `${shown.method}, ${statusGot({ ...answer, text: '', isUtf8: true })}`,
      entry: shown,
      operation: undefined,
    },
  ]
}

function bareRemark(call: Call): Remark {
  return {
    id: 'credentials-not-sent',
    severity: severityOf(call),
    message: 'The client sent no credentials, or not those that the document asks for',
    side: 'request',
    expected: call.match.operation.security.map((schemes) => Object.keys(schemes).join(' and ')).join(', or '),
    got: 'none of them',
    entry: call.shown,
    operation: call.match.operation,
  }
}

function answerRemark({ shown, match }: Call, { id }: Check, verdict: Verdict): Remark {
  const operation = match.kind === 'operation' ? match.operation : undefined
  return { severity: 'error', ...verdict, id, side: 'response', entry: shown, operation }
}
