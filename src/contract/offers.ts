import { valueUnder } from '../document/json.ts'
import { type Offers, offerKey } from './bind.ts'
import { parsedText } from './check.ts'
import { requestText } from './request.ts'
import { hintsOf, type Offer } from './resource/hints.ts'
import type { Session } from './session.ts'
import type { Context } from './strategy.ts'
import { placesInBodies } from './valid-variants.ts'

/** Asks the service for the values that it offers, where the document says that requests have to take theirs from there. */
export async function learnOffers(context: Context, session: Session): Promise<Offers> {
  const places = context.model.operations.flatMap((operation) => placesInBodies(context, operation))
  const named = places.flatMap(({ flat }) => hintsOf(flat).valuesFrom ?? [])
  const distinct = new Map(named.map((offer) => [offerKey(offer), offer] as const))
  const offers = new Map<string, readonly unknown[]>()
  for (const [key, offer] of distinct) {
    const values = await offered(context, session, offer)
    if (values.length > 0) offers.set(key, values)
  }
  return offers
}

async function offered(
  { model, requests }: Context,
  session: Session,
  { operationId, tokens }: Offer,
): Promise<readonly unknown[]> {
  const operation = model.operations.find((one) => one.operationId === operationId)
  const parts = operation && requests(operation)?.parts
  if (!operation || !parts) return []
  const request = requestText(operation, parts)
  const response = await session.aside({
    id: `offers/${operationId}`,
    operation,
    request,
    expectation: { kind: 'accepted' },
    covers: [],
  })
  const values = valueUnder(parsedText(response?.text ?? ''), tokens)
  return response?.status === 200 && Array.isArray(values) ? values : []
}
