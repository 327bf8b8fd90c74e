import { isObject, type JsonObject, replaced, valueUnder } from '../../document/json.ts'
import type { Operation } from '../../document/model.ts'
import { places } from '../open-schema.ts'
import { jsonBody } from '../request.ts'
import { bySize } from '../valid-requests.ts'
import { specificationIn } from './answers.ts'
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
export function switched(bench: Bench, body: JsonObject): JsonObject | undefined {
  const found = switches(bench, body)
  const other = found.reduce<unknown>((made, { tokens, value }) => replaced(made, tokens, !value), body)
  return found.length > 0 && isObject(other) ? other : undefined
}

/** The body without its booleans; undefined where it has none, or cannot do without one. */
export function unswitched(bench: Bench, body: JsonObject): JsonObject | undefined {
  const { context, resource } = bench
  const found = switches(bench, body)
  const other = found.reduce<unknown>((made, { tokens }) => replaced(made, tokens, undefined), body)
  const isInList = found.some(({ tokens }) => tokens.some((token) => /^\d+$/.test(token)))
  const isMissed = [resource.create, resource.update].some((operation) => {
    const schema = (operation && jsonBody(operation)?.schema) ?? true
    return context.rules.violations(schema, other).length > context.rules.violations(schema, body).length
  })
  return found.length > 0 && !isInList && !isMissed && isObject(other) ? other : undefined
}

/** What has to come of a body without its booleans: those that one shows that was made so. */
export function withSwitchesOf(bench: Bench, body: JsonObject, shown: unknown): (sent: JsonObject) => JsonObject {
  const specification = specificationIn(bench.resource, shown)
  return (sent) => {
    const whole = switches(bench, body).reduce<unknown>(
      (made, { tokens }) => replaced(made, tokens, valueUnder(specification, tokens) ?? false),
      sent,
    )
    return isObject(whole) ? whole : sent
  }
}

function switches({ context: { model }, resource: { update } }: Bench, body: JsonObject) {
  const schema = (update && jsonBody(update)?.schema) ?? true
  return places(model, [schema], body).filter(({ value }) => typeof value === 'boolean')
}

/** The smallest valid body of an operation. */
export function smallest({ context }: Bench, operation: Operation | undefined): JsonObject | undefined {
  return operation && valid(context.requests, operation)[0]
}

function valid(requests: Bench['context']['requests'], operation: Operation): JsonObject[] {
  return (requests(operation)?.bodies ?? []).filter(isObject).toSorted(bySize)
}
