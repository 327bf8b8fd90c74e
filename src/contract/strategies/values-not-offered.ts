import { pointerOf } from '../../document/json.ts'
import type { Case } from '../case.ts'
import { hintsOf } from '../resource/hints.ts'
import type { Context } from '../strategy.ts'
import { placesInBodies, variantCases } from '../valid-variants.ts'

/** Values that the service does not offer, where the document says that valid ones are those that it does. */
export function valuesNotOffered(context: Context): Case[] {
  return context.model.operations.flatMap((operation) => {
    const variants = placesInBodies(context, operation).flatMap(({ tokens, flat }) => {
      const offer = hintsOf(flat).valuesFrom
      if (!offer) return []
      const because = `${offer.operationId} does not offer the value`
      const expectation = { kind: 'refused' as const, because, about: 'request' as const, pointer: pointerOf(tokens) }
      return [{ tokens, value: 'contract-not-offered', name: '', expectation }]
    })
    return variantCases(context, operation, 'not-offered', variants)
  })
}
