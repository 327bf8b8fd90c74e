import { sentBody } from './bind.ts'
import type { Exchange } from './case.ts'
import { writeOnlyValues } from './open-schema.ts'
import { jsonBody } from './request.ts'
import type { Context } from './strategy.ts'

/** A shorter text could be there by chance. */
const shortest = 8

/** Every secret that was sent in a body: the texts of members that only requests have. */
export function secretsIn({ model }: Context, exchanges: readonly Exchange[]): readonly string[] {
  const sent = exchanges.flatMap(({ case: one }) => {
    const body = sentBody(one)
    const schema = jsonBody(one.operation)?.schema
    return body && schema !== undefined ? writeOnlyValues(model, schema, body).map(({ value }) => value) : []
  })
  return [...new Set(sent)].filter((value): value is string => typeof value === 'string' && value.length >= shortest)
}
