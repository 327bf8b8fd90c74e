import { isObject, type JsonObject, replaced } from '../../document/json.ts'
import type { Operation } from '../../document/model.ts'
import { places } from '../open-schema.ts'
import { jsonBody } from '../request.ts'
import { bySize } from '../valid-requests.ts'
import { hintsOf } from './hints.ts'
import type { Bench } from './stock.ts'

/** Bodies to create with: the smallest and the fullest. */
export function bodies({ context, resource }: Bench) {
  const all = valid(context.requests, resource.create)
  return { small: all[0], full: all.at(-1) }
}

/** The body with other items in each list of the one before that an update adds to. */
export function withOtherItems(
  { context: { model }, resource: { update } }: Bench,
  body: JsonObject,
  before: JsonObject,
): JsonObject {
  const schema = (update && jsonBody(update)?.schema) ?? true
  const added = places(model, [schema], before).filter(({ flat }) => hintsOf(flat).onUpdate === 'merge')
  const whole = added.reduce<unknown>((made, { tokens, value }) => {
    const items = Array.isArray(value)
      ? value.map((item) => (typeof item === 'string' ? `other.${item}` : item))
      : value
    return replaced(made, tokens, items)
  }, body)
  return isObject(whole) ? whole : body
}

/** The body with every boolean the other way; undefined where it has none. */
export function switched(
  { context: { model }, resource: { update } }: Bench,
  body: JsonObject,
): JsonObject | undefined {
  const schema = (update && jsonBody(update)?.schema) ?? true
  const switches = places(model, [schema], body).filter(({ value }) => typeof value === 'boolean')
  const other = switches.reduce<unknown>((made, { tokens, value }) => replaced(made, tokens, !value), body)
  return switches.length > 0 && isObject(other) ? other : undefined
}

/** The smallest valid body of an operation. */
export function smallest({ context }: Bench, operation: Operation | undefined): JsonObject | undefined {
  return operation && valid(context.requests, operation)[0]
}

function valid(requests: Bench['context']['requests'], operation: Operation): JsonObject[] {
  return (requests(operation)?.bodies ?? []).filter(isObject).toSorted(bySize)
}
