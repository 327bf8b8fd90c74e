import { pointerOf, replaced, valueUnder } from '../document/json.ts'
import type { Operation } from '../document/model.ts'
import type { Case, Expectation } from './case.ts'
import { placeName } from './constraints.ts'
import { type Place, places } from './open-schema.ts'
import { jsonBody, requestText } from './request.ts'
import type { Context } from './strategy.ts'
import { bySize } from './valid-requests.ts'

/** A value in one place of a body. */
export interface Variant {
  readonly tokens: readonly string[]
  readonly value: unknown
  /** What is special about it; empty where there is one for the place. */
  readonly name: string
  /** Default: accepted. */
  readonly expectation?: Expectation
}

/** Every place that a valid body of the operation has, once, with a value for it. */
export function placesInBodies({ model, requests }: Context, operation: Operation): Place[] {
  const schema = jsonBody(operation)?.schema
  if (schema === undefined) return []
  const found = (requests(operation)?.bodies ?? []).flatMap((body) => places(model, [schema], body))
  return [...new Map(found.map((place) => [pointerOf(place.tokens), place] as const)).values()]
}

/** A valid body with the variant in its place: the smallest that can be made. Undefined when the schema permits none. */
export function bodyWith({ rules, requests }: Context, operation: Operation, { tokens, value }: Variant): unknown {
  const schema = jsonBody(operation)?.schema ?? true
  const bodies = requests(operation)?.bodies ?? []
  const parent = tokens.slice(0, -1)
  const able = bodies.filter((body) => parent.length === 0 || valueUnder(body, parent) !== undefined)
  const made = able.toSorted(bySize).map((body) => replaced(body, tokens, value))
  return made.find((body) => rules.violations(schema, body).length === 0)
}

/** The cases that send each variant. */
export function variantCases(
  context: Context,
  operation: Operation,
  strategy: string,
  variants: readonly Variant[],
): Case[] {
  const parts = context.requests(operation)?.parts
  if (!parts) return []
  return variants.flatMap((variant) => {
    const body = bodyWith(context, operation, variant)
    if (body === undefined) return []
    const pointer = pointerOf(variant.tokens)
    const place = placeName(pointer)
    return {
      id: [strategy, operation.operationId, place, ...(variant.name === '' ? [] : [variant.name])].join('/'),
      operation,
      request: requestText(operation, { ...parts, body }),
      expectation: variant.expectation ?? { kind: 'accepted' as const },
      covers: [],
      about: pointer,
    }
  })
}
