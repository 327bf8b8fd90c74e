import { type FlatSchema, keyword } from '../../document/flat-schema.ts'
import type { JsonSchema } from '../../document/model.ts'
import type { Exchange } from '../case.ts'
import { documentedJson, type Measure } from '../check.ts'
import { openProperties, openSchema } from '../open-schema.ts'

/**
 * Whether the document describes a value there in the answer that came. A 204, or an answer that names no more than an
 * identifier, has not lost what it was never to hold.
 */
export function isDescribed(exchange: Exchange, { model }: Measure, tokens: readonly string[]): boolean {
  const media = documentedJson(exchange)
  if (!media) return false
  let schemas: readonly JsonSchema[] = [media.schema]
  for (const token of tokens) {
    schemas = schemasUnder(openSchema(model, schemas), token)
    if (schemas.length === 0) return false
  }
  return true
}

/** What a schema says of a member or an item of its values; empty where it describes none of that name. */
export function schemasUnder(flat: FlatSchema, token: string): readonly JsonSchema[] {
  const own = openProperties(flat).get(token) ?? []
  const others = /^\d+$/.test(token) ? keyword(flat, 'items') : keyword(flat, 'additionalProperties')
  return own.length > 0 || !others ? own : [others as JsonSchema]
}
