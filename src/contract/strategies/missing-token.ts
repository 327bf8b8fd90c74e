import type { Case } from '../case.ts'
import { requestText, validParts } from '../request.ts'
import type { Context } from '../strategy.ts'

/** A valid request without its token, for every operation that asks for one. */
export function missingToken({ model, rules }: Context): Case[] {
  const secured = model.operations.filter(
    ({ security }) => security.length > 0 && security.every((alternative) => Object.keys(alternative).length > 0),
  )
  return secured.map((operation) => {
    const { headers, ...request } = requestText(operation, validParts(model, rules, operation))
    const { authorization: _, ...others } = headers
    return {
      id: `missing-token/${operation.operationId}`,
      operation,
      request: { ...request, headers: others },
      expectation: { kind: 'refused' as const, because: 'there is no token', documented: true },
      covers: [],
    }
  })
}
