import { valueUnder } from '../document/json.ts'
import { acceptedCase } from './accepted-case.ts'
import { offerKey } from './bind.ts'
import { parsedText } from './check.ts'
import { hintsOf, type Offer } from './resource/hints.ts'
import type { Session } from './session.ts'
import type { Context, Offers } from './strategy.ts'
import { placesInBodies } from './valid-variants.ts'

/** Asks the service for the values that it offers, where the document says that requests have to take theirs from there. */
export async function learnOffers(context: Context, session: Session): Promise<Offers> {
  const offers = new Map<string, readonly unknown[]>()
  for (const [key, offer] of namedOffers(context)) {
    const values = await offered(context, session, offer)
    if (values.length > 0) offers.set(key, values)
  }
  return offers
}

/** Every offer that the document names, by its key. */
function namedOffers(context: Context): ReadonlyMap<string, Offer> {
  const places = context.model.operations.flatMap((operation) => placesInBodies(context, operation))
  const named = places.flatMap(({ flat }) => hintsOf(flat).valuesFrom ?? [])
  return new Map(named.map((offer) => [offerKey(offer), offer]))
}

/** Where a service offers nothing, which leaves what is valid there unsaid. */
export function notesOnOffers(context: Context, offers: Offers): string[] {
  const empty = [...namedOffers(context).keys()].filter((key) => !offers.has(key))
  return empty.map((key) => `${key} offers no value: which ones are valid there is not tried`)
}

async function offered(
  context: Context,
  session: Session,
  { operationId, tokens }: Offer,
): Promise<readonly unknown[]> {
  const operation = context.model.operations.find((one) => one.operationId === operationId)
  const one = operation && acceptedCase(context, operation, `offers/${operationId}`)
  const response = one && (await session.aside(one))
  const values = valueUnder(parsedText(response?.text ?? ''), tokens)
  return response?.status === 200 && Array.isArray(values) ? values : []
}
