import { isObject, type JsonObject } from '../../document/json.ts'
import type { Operation } from '../../document/model.ts'
import { replaced } from '../bind.ts'
import { places } from '../open-schema.ts'
import { jsonBody } from '../request.ts'
import { bySize } from '../valid-requests.ts'
import { hintsOf } from './hints.ts'
import type { Bench } from './stock.ts'

/** Bodies to create with: the smallest, the fullest, and the smallest with other members than the smallest. */
export function bodies({ context, resource }: Bench) {
  const bySize = valid(context.requests, resource.create)
  return { small: bySize[0], full: bySize.at(-1), other: bySize.find((body) => !isLike(body, bySize[0])) }
}

/** The body with other items in each list of the one before that an update adds to. */
export function withOtherItems(
  { context: { model }, resource: { update } }: Bench,
  body: JsonObject,
  before: JsonObject,
): JsonObject {
  const schema = (update && jsonBody(update)?.schema) ?? true
  const added = [...places(model, [schema], before)].filter(({ flat }) => hintsOf(flat).onUpdate === 'merge')
  const whole = added.reduce<unknown>((made, { tokens, value }) => {
    const items = Array.isArray(value)
      ? value.map((item) => (typeof item === 'string' ? `other.${item}` : item))
      : value
    return replaced(made, tokens, items)
  }, body)
  return isObject(whole) ? whole : body
}

/** The smallest valid body of an operation. */
export function smallest({ context }: Bench, operation: Operation | undefined): JsonObject | undefined {
  return operation && valid(context.requests, operation)[0]
}

function valid(requests: Bench['context']['requests'], operation: Operation): JsonObject[] {
  return (requests(operation)?.bodies ?? []).filter(isObject).toSorted(bySize)
}

function isLike(body: JsonObject, other: JsonObject | undefined): boolean {
  return (
    Object.keys(body).sort().join() ===
    Object.keys(other ?? {})
      .sort()
      .join()
  )
}
