import { acceptedCase } from '../accepted-case.ts'
import { parsedText } from '../check.ts'
import type { Session } from '../session.ts'
import type { Context } from '../strategy.ts'
import { itemsIn } from './answers.ts'
import type { Resource } from './resource.ts'

interface Listing {
  readonly context: Context
  readonly session: Session
  readonly resource: Resource
}

/** Everything that a resource's list holds now; the request belongs to no case. Empty where there is no list. */
export async function listedItems({ context, session, resource }: Listing, id: string): Promise<readonly unknown[]> {
  const one = resource.list && acceptedCase(context, resource.list, id)
  const response = one && (await session.aside(one))
  return itemsIn(resource, parsedText(response?.text ?? ''))
}
