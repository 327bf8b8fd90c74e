import { isJsonMediaType, type MediaType, type Response } from '../document/model.ts'
import type { Finding, Severity } from '../report/finding.ts'
import type { Exchange } from './case.ts'
import type { SchemaRules } from './schema-rules.ts'

/** Judges one response. */
export interface Check {
  /** Reads as a sentence; the `id` of what it reports. */
  readonly id: string
  readonly judge: (exchange: Exchange, rules: SchemaRules) => Verdict[]
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
  return expectation.kind === 'no-such-method'
}

/** The answer's media type without parameters, in lower case; empty when there is none. */
export function mediaTypeOf({ response }: Exchange): string {
  return (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}

/** What the document says of the answer's JSON body; undefined where the answer or the document has none. */
export function documentedJson(exchange: Exchange): MediaType | undefined {
  if (isBelowDocument(exchange) || !isJsonMediaType(mediaTypeOf(exchange))) return undefined
  const json = documentedResponse(exchange)?.content.filter(({ isJson }) => isJson) ?? []
  return json.find(({ mediaType }) => mediaType.toLowerCase().startsWith(mediaTypeOf(exchange))) ?? json[0]
}

/** The answer's body as JSON, or what is wrong with it. */
export function parsedBody({ response }: Exchange): unknown {
  try {
    return JSON.parse(response.text)
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
  curl: string,
): Finding {
  return { severity: 'error', ...verdict, id: check.id, operationId: operation.operationId, caseId: id, curl }
}
