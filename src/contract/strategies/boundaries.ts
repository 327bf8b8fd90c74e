import { pointerTokens, valueUnder } from '../../document/json.ts'
import type { Case } from '../case.ts'
import { type Constraint, constraintsOf } from '../constraints.ts'
import { jsonBody } from '../request.ts'
import type { Context } from '../strategy.ts'
import { type Variant, variantCases } from '../valid-variants.ts'

/** Each limit of a body reached and not passed; the other side of it is a broken rule. */
export function boundaries(context: Context): Case[] {
  return context.model.operations.flatMap((operation) => {
    const media = jsonBody(operation)
    const bodies = context.requests(operation)?.bodies ?? []
    if (!media) return []
    const variants = constraintsOf(context.model, media.schema).flatMap((constraint): Variant[] => {
      const tokens = pointerTokens(constraint.pointer)
      const valid = bodies.map((body) => valueUnder(body, tokens)).find((value) => value !== undefined)
      const value = valid === undefined ? undefined : valueAtLimit(constraint, valid)
      return value === undefined ? [] : [{ tokens, value, name: constraint.name }]
    })
    return variantCases(context, operation, 'boundary', variants)
  })
}

/** The value that reaches the limit of a constraint and does not pass it, made from a valid one; undefined where there is none. */
export function valueAtLimit({ keyword, limit }: Constraint, valid: unknown): unknown {
  const size = Number(limit)
  switch (keyword) {
    case 'minLength':
    case 'maxLength':
      return characters(valid).slice(0, size).join('').padEnd(size, 'x')
    case 'minimum':
    case 'maximum':
      return size
    case 'minItems':
    case 'maxItems':
      return Array.isArray(valid) ? list(valid, size) : undefined
    case 'type':
      return Array.isArray(valid) && [limit].flat().includes('array') ? [] : undefined
    default:
      return undefined
  }
}

function characters(value: unknown): string[] {
  return typeof value === 'string' ? [...value] : []
}

/** Each item differs from the others in the first number that its text holds, where it has one. */
function list(items: readonly unknown[], size: number): unknown[] {
  return Array.from({ length: size }, (_, index) => {
    const item = items[index % items.length] ?? 'item'
    const round = Math.floor(index / Math.max(1, items.length))
    return typeof item === 'string' ? item.replace(/\d+/, (digits) => String(Number(digits) + round)) : item
  })
}
