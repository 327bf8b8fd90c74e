import type { Case } from '../case.ts'
import { statusKey } from '../coverage.ts'
import { requestText } from '../request.ts'
import type { Context } from '../strategy.ts'

/** Every documented status, once for each of its named examples, asked of a mock through `Prefer` (RFC 7240). */
export function documentedResponses({ model, requests }: Context): Case[] {
  return model.operations.flatMap((operation) => {
    const parts = requests(operation)?.parts
    if (!parts) return []
    const numeric = operation.responses.filter(({ status }) => /^\d{3}$/.test(status))
    return numeric.flatMap(({ status, content }) => {
      const json = content.find(({ isJson }) => isJson)
      const names: (string | undefined)[] =
        json?.examples.map(({ name }) => name).filter((name) => name !== 'example') ?? []
      return (names.length > 0 ? names : [undefined]).map((name) => ({
        id: ['response', operation.operationId, status, ...(name === undefined ? [] : [name])].join('/'),
        operation,
        request: requestText(operation, parts, {
          prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}`,
        }),
        expectation: { kind: 'status' as const, status },
        covers: [statusKey(operation, status)],
      }))
    })
  })
}
