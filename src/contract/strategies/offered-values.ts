import { offerKey } from '../bind.ts'
import type { Case } from '../case.ts'
import { hintsOf } from '../resource/hints.ts'
import type { Context } from '../strategy.ts'
import { placesInBodies, variantCases } from '../valid-variants.ts'

/** Each value costs a resource. */
const mostValues = 20

/** Every value that the service offers, where the document says that valid ones are those that it does. */
export function offeredValues(context: Context): Case[] {
  const creates = context.model.operations.filter(({ method }) => method === 'post')
  return creates.flatMap((operation) => {
    const variants = placesInBodies(context, operation).flatMap(({ tokens, flat }) => {
      const offer = hintsOf(flat).valuesFrom
      const values = (offer && context.offers.get(offerKey(offer))) ?? []
      return values.slice(0, mostValues).map((value) => ({ tokens, value, name: String(value) }))
    })
    return variantCases(context, operation, 'offered', variants)
  })
}
