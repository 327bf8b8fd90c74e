import type { Model } from '../document/model.ts'
import { sentBody } from './bind.ts'
import type { Case, CaseRequest, Exchange } from './case.ts'
import { formsOf } from './credentials.ts'
import { writeOnlyValues } from './open-schema.ts'
import { jsonBody } from './request.ts'
import type { Context } from './strategy.ts'

/** A shorter text could be there by chance. */
const shortest = 8

const known = new WeakMap<CaseRequest, readonly string[]>()

/** Every secret that was sent in a body: the texts of members that only requests have. */
export function secretsIn({ model }: Context, exchanges: readonly Exchange[]): readonly string[] {
  return [...new Set(exchanges.flatMap(({ case: one }) => secretsOf(model, one)))]
}

/** Every judgement asks for the secrets of all requests so far, so each request is looked through once. */
function secretsOf(model: Model, one: Case): readonly string[] {
  const found = known.get(one.request) ?? secretsSent(model, one)
  known.set(one.request, found)
  return found
}

function secretsSent(model: Model, one: Case): string[] {
  const body = sentBody(one)
  const schema = jsonBody(one.operation)?.schema
  const sent = body && schema !== undefined ? writeOnlyValues(model, schema, body).map(({ value }) => value) : []
  return sent.flatMap((value) => (typeof value === 'string' && value.length >= shortest ? formsOf(value) : []))
}
