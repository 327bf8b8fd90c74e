import { flatSchema } from '../../document/flat-schema.ts'
import type { JsonObject } from '../../document/json.ts'
import { acceptedCase } from '../accepted-case.ts'
import { boundItem, type Identity, withOffers } from '../bind.ts'
import type { Case } from '../case.ts'
import { jsonBody } from '../request.ts'
import { hintsOf } from './hints.ts'
import type { Bench } from './stock.ts'

/** An update of one resource with a body that was chosen. */
export function updateCase(
  { context, resource, offers }: Bench,
  identity: Identity,
  { body, caseId }: { readonly body: JsonObject; readonly caseId: string },
): Case {
  const operation = resource.update
  const one = operation && acceptedCase(context, operation, caseId, { body })
  if (!one) throw new Error(`There is no valid update of ${resource.name}`)
  return withOffers(context, boundItem(context, resource, one, identity), offers)
}

/** Whether an update stands for the whole: a PUT does, a PATCH where the document says so. */
export function replaces({ context: { model }, resource: { update } }: Bench): boolean {
  if (!update) return false
  const schema = jsonBody(update)?.schema ?? true
  return update.method === 'put' || hintsOf(flatSchema(model, [schema])).onUpdate === 'replace'
}
