import type { Case } from '../case.ts'
import { needsToken, tokenKey } from '../coverage.ts'
import { requestText, validParts } from '../request.ts'
import type { Context } from '../strategy.ts'

/** A valid request without its token, for every operation that asks for one. */
export function missingToken({ model, rules }: Context): Case[] {
  return model.operations.filter(needsToken).map((operation) => {
    const { headers, ...request } = requestText(operation, validParts(model, rules, operation))
    const { authorization: _, ...others } = headers
    return {
      id: `missing-token/${operation.operationId}`,
      operation,
      request: { ...request, headers: others },
      expectation: { kind: 'refused' as const, because: 'there is no token', about: 'token' as const },
      covers: [tokenKey(operation)],
    }
  })
}
