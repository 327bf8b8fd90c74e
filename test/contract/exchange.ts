import type { Exchange, Expectation } from '../../src/contract/case.ts'
import type { Measure, Verdict } from '../../src/contract/check.ts'
import type { Known, Step } from '../../src/contract/known.ts'
import type { JsonObject } from '../../src/document/json.ts'
import type { Operation } from '../../src/document/model.ts'
import { model, operationNamed } from './our-model.ts'
import { resourceIn } from './pets.ts'

/** An answer, what was asked, and exactly what a check has to say. */
export interface Row {
  /** What is answered, in words. */
  readonly what: string
  /** Default: 200. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is. */
  readonly text?: string
  readonly isUtf8?: boolean
  readonly method?: string
  /** Default: getGateway. */
  readonly operation?: Operation
  /** Default: a success is due. */
  readonly expectation?: Expectation
  readonly known?: Known
  /** Default: our document. */
  readonly by?: Measure
  /** Empty: nothing to say. */
  readonly verdicts: readonly Verdict[]
}

export const json = { 'content-type': 'application/json' }
export const getGateway = operationNamed('getGateway')
export const gateways = resourceIn(model)
export const refused: Expectation = {
  kind: 'refused',
  because: 'the name is too long',
  about: 'request',
  pointer: '#/name',
}

/** An operation with another answer; our own document has no headers, no ranges and few kinds of body. */
export function answering(...responses: readonly Partial<Operation['responses'][number]>[]): Operation {
  const plain = { status: '200', description: '', content: [], headers: [] }
  return { ...getGateway, responses: responses.map((one) => ({ ...plain, ...one })) }
}

export function content(mediaType: string, schema: JsonObject = {}): Operation['responses'][number]['content'] {
  return [{ mediaType, isJson: mediaType.includes('json'), schema, examples: [], pointer: '#' }]
}

export const id = '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10'
export const otherId = '00000000-0000-4000-8000-000000000002'

/** What was sent. */
export const sent = { id, name: 'demo', zones: ['US-EAST-04A'], coreWeaveAuth: {}, pathBasedRouting: {} }
export const moments = { createdAt: '2026-05-06T09:30:00Z', updatedAt: '2026-05-06T09:34:10Z' }

/** A gateway as an answer shows it. */
export function gateway(spec: JsonObject = {}, status: JsonObject = {}) {
  return { spec: { ...sent, ...spec }, status: { ...moments, status: 'STATUS_READY', ...status } }
}

export function known(step: Step, more: Partial<Known> = {}): Known {
  return { resource: gateways, step, id, sent, ...more }
}

export function exchangeOf(row: Row): Exchange {
  const { what, status = 200, method = 'GET', operation = getGateway, expectation = { kind: 'accepted' }, known } = row
  const headers = { ...('body' in row && json), ...row.headers }
  const text = row.text ?? ('body' in row ? JSON.stringify(row.body) : '')
  const request = { method, path: '/', headers: {} }
  return {
    case: { id: what, operation, request, expectation, covers: [] },
    response: { status, headers, text, isUtf8: row.isUtf8 ?? true },
    ...(known && { known }),
  }
}
