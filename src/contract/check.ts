import { isJsonMediaType, type JsonSchema, type MediaType, type Model, type Response } from '../document/model.ts'
import type { Finding, Severity } from '../report/finding.ts'
import type { CaseResponse, Exchange } from './case.ts'
import type { SchemaRules } from './schema-rules.ts'

/** Judges one response. */
export interface Check {
  /** Reads as a sentence; the `id` of what it reports. */
  readonly id: string
  readonly judge: (exchange: Exchange, by: Measure) => Verdict[]
}

/** What checks judge by. */
export interface Measure {
  readonly model: Model
  readonly rules: SchemaRules
  /** What no answer may hold: the token in every form, and the secrets that were sent in bodies. */
  readonly secrets: readonly string[]
}

/** What a check has to say against a response; the run adds where and how to repeat it. */
export interface Verdict {
  readonly message: string
  readonly severity?: Severity
  readonly pointer?: string
  readonly expected?: string
  readonly got?: string
}

/** What the document says of the status that came: itself, its range, or `default`. */
export function documentedResponse({ case: { operation }, response }: Exchange): Response | undefined {
  const status = String(response.status)
  const named = (wanted: string) => operation.responses.find((candidate) => candidate.status.toUpperCase() === wanted)
  return named(status) ?? named(`${status.slice(0, 1)}XX`) ?? named('DEFAULT')
}

/** Whether the answer comes from below the document, so that only its status can be judged. */
export function isBelowDocument({ case: { expectation } }: Exchange): boolean {
  return expectation.kind === 'undocumented'
}

/** Whether the service failed: with a 5xx that nobody asked for. 501 is a fair answer to a method that is not there. */
export function isServerError({ case: { expectation }, response: { status } }: Exchange): boolean {
  if (expectation.kind === 'status' || status < 500) return false
  return !(expectation.kind === 'undocumented' && status === 501)
}

/** A status with the beginning of its body, for a finding. */
export function statusGot({ status, text }: CaseResponse): string {
  return `status ${status}${text === '' ? '' : `: ${shortened(text)}`}`
}

/** The answer's media type without parameters, in lower case; empty when there is none. */
export function mediaTypeOf({ response }: Exchange): string {
  return bareMediaType(response.headers['content-type'] ?? '')
}

/** A media type without parameters, in lower case. */
export function bareMediaType(text: string): string {
  return (text.split(';')[0] ?? '').trim().toLowerCase()
}

/** What the document says of the answer's JSON body; undefined where the answer or the document has none. */
export function documentedJson(exchange: Exchange): MediaType | undefined {
  if (isBelowDocument(exchange) || !isJsonMediaType(mediaTypeOf(exchange))) return undefined
  const json = documentedResponse(exchange)?.content.filter(({ isJson }) => isJson) ?? []
  return json.find(({ mediaType }) => mediaType.toLowerCase().startsWith(mediaTypeOf(exchange))) ?? json[0]
}

/** An answer's JSON body, and what the document says of it. */
export interface DescribedBody {
  readonly schema: JsonSchema
  readonly body: unknown
}

/** The answer's body where it is JSON and the document describes it; undefined otherwise. */
export function describedBody(exchange: Exchange): DescribedBody | undefined {
  const media = documentedJson(exchange)
  const body = parsedBody(exchange)
  return !media || body instanceof SyntaxError ? undefined : { schema: media.schema, body }
}

const parsed = new WeakMap<CaseResponse, unknown>()

/** The answer's body as JSON, or what is wrong with it. */
export function parsedBody({ response }: Pick<Exchange, 'response'>): unknown {
  if (!parsed.has(response)) parsed.set(response, parsedText(response.text))
  return parsed.get(response)
}

export function parsedText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error
  }
}

/** The beginning of a text that may be long. */
export function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** Turns a verdict into a finding. */
export function findingOf(
  check: Check,
  verdict: Verdict,
  { case: { operation, id } }: Exchange,
  { curl, seed }: { readonly curl: string; readonly seed: number },
): Finding {
  return { severity: 'error', ...verdict, id: check.id, operationId: operation.operationId, caseId: id, curl, seed }
}
