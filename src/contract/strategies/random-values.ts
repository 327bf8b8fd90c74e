import fc, { type Arbitrary } from 'fast-check'
import type { Operation } from '../../document/model.ts'
import { arbitraryFor } from '../arbitrary.ts'
import type { Case } from '../case.ts'
import { jsonBody, requestText } from '../request.ts'
import type { Context } from '../strategy.ts'

const perOperation = 20

/** Random valid bodies, the same for the same seed. */
export function randomValues(context: Context): Case[] {
  return context.model.operations.flatMap((operation) => {
    const bodies = randomBodies(context, operation)
    if (!bodies) return []
    const drawn = fc.sample(bodies, { seed: context.seed, numRuns: perOperation })
    return drawn.map((body, index) => randomCase(context, operation, { body, index }))
  })
}

/** Valid bodies; undefined where the operation has none. */
export function randomBodies(
  { model, rules, requests }: Context,
  operation: Operation,
): Arbitrary<unknown> | undefined {
  const media = jsonBody(operation)
  const valid = requests(operation)?.bodies ?? []
  if (!media || valid.length === 0) return undefined
  // Where a rule is too hard to meet by chance, valid bodies that were built take the place of random ones.
  return fc
    .tuple(arbitraryFor(model, media.schema), fc.nat({ max: valid.length - 1 }))
    .map(([body, index]) => (rules.violations(media.schema, body).length === 0 ? body : valid[index]))
}

export function randomCase(
  { requests }: Context,
  operation: Operation,
  { body, index }: { readonly body: unknown; readonly index: number },
): Case {
  const parts = requests(operation)?.parts
  if (!parts) throw new Error(`There is no valid request of ${operation.operationId}`)
  return {
    id: `random/${operation.operationId}/${index + 1}`,
    operation,
    request: requestText(operation, { ...parts, body }),
    expectation: { kind: 'accepted' },
    covers: [],
  }
}
