import type { Case } from '../case.ts'
import { hintsOf } from '../resource/hints.ts'
import type { Context } from '../strategy.ts'
import { placesInBodies, variantCases } from '../valid-variants.ts'

/** Values in the other letter case, where the document says that it does not matter. */
export function letterCase(context: Context): Case[] {
  return context.model.operations.flatMap((operation) => {
    const variants = placesInBodies(context, operation).flatMap(({ tokens, value, flat }) => {
      if (!hintsOf(flat).ignoreCase || typeof value !== 'string') return []
      const other = value === value.toLowerCase() ? value.toUpperCase() : value.toLowerCase()
      return [{ tokens, value: other, name: '' }]
    })
    return variantCases(context, operation, 'letter-case', variants)
  })
}
