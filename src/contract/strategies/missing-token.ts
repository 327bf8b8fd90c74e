import type { Case } from '../case.ts'
import { needsToken, tokenKey } from '../coverage.ts'
import { noCredentials } from '../credentials.ts'
import { requestText } from '../request.ts'
import type { Context } from '../strategy.ts'

/** A valid request without its token, for every operation that asks for one. */
export function missingToken({ model, requests }: Context): Case[] {
  return model.operations.filter(needsToken).flatMap((operation) => {
    const valid = requests(operation)
    if (!valid) return []
    return {
      id: `missing-token/${operation.operationId}`,
      operation,
      request: requestText(operation, { ...valid.parts, credentials: noCredentials }),
      expectation: { kind: 'refused' as const, because: 'there is no token', about: 'token' as const },
      covers: [tokenKey(operation)],
    }
  })
}
