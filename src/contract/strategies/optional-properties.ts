import { valueUnder } from '../../document/json.ts'
import type { Operation } from '../../document/model.ts'
import type { Case } from '../case.ts'
import { describedPlaces } from '../open-schema.ts'
import { jsonBody } from '../request.ts'
import type { Context } from '../strategy.ts'
import { bySize } from '../valid-requests.ts'
import { variantCases } from '../valid-variants.ts'

/** Each optional property of a body alone: the smallest valid request that has it, and the fullest that lacks it. */
export function optionalProperties(context: Context): Case[] {
  return context.model.operations.flatMap((operation) => {
    const media = jsonBody(operation)
    const valid = context.requests(operation)
    if (!media || !valid) return []
    const places = describedPlaces(context.model, media.schema, 'readOnly').filter((tokens) => !tokens.includes('0'))
    const found = places.flatMap((tokens) => {
      const holders = valid.bodies.filter((body) => valueUnder(body, tokens) !== undefined)
      return holders.length === 0 || isInAll(valid.bodies, tokens)
        ? []
        : [{ tokens, value: valueUnder(holders[0], tokens), name: '' }]
    })
    return [...variantCases(context, operation, 'optional', found), ...without(context, operation, places)]
  })
}

function isInAll(bodies: readonly unknown[], tokens: readonly string[]): boolean {
  return bodies.every((body) => valueUnder(body, tokens) !== undefined)
}

function without(context: Context, operation: Operation, places: readonly (readonly string[])[]): Case[] {
  const full = (context.requests(operation)?.bodies ?? []).toSorted((one, other) => bySize(other, one))
  const lacking = places.flatMap((tokens) => {
    const holder = full.find((body) => valueUnder(body, tokens) !== undefined)
    const parent = tokens.slice(0, -1)
    const members = valueUnder(holder, parent)
    if (typeof members !== 'object' || members === null) return []
    const { [tokens.at(-1) ?? '']: _, ...rest } = members as Record<string, unknown>
    return [{ tokens: parent, value: rest, name: `without-${tokens.at(-1)}` }]
  })
  return variantCases(context, operation, 'optional', lacking)
}
