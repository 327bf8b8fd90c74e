import type { Case } from '../case.ts'
import { lackedMethods, methodKey } from '../coverage.ts'
import { requestText } from '../request.ts'
import type { Context } from '../strategy.ts'

/** One method that a path lacks, for each path, and one path that the document lacks, behind each. */
export function undocumentedOperations({ model, requests }: Context): Case[] {
  return lackedMethods(model).flatMap(({ operation, method }) => {
    const parts = requests(operation)?.parts
    if (!parts) return []
    const { raw: _, ...bodiless } = parts
    const { path, headers } = requestText(operation, { ...bodiless, body: undefined })
    const [own = '', query] = path.split('?')
    const unknown = `${own.replace(/\/$/, '')}/contract-no-such-path/at-all`
    const shared = { operation, covers: [methodKey(operation)] }
    return [
      {
        ...shared,
        id: `undocumented-method/${operation.operationId}/${method}`,
        request: { method: method.toUpperCase(), path, headers },
        expectation: { kind: 'undocumented' as const, what: 'method' as const },
      },
      {
        ...shared,
        id: `undocumented-path/${operation.operationId}`,
        request: { method: 'GET', path: query === undefined ? unknown : `${unknown}?${query}`, headers },
        expectation: { kind: 'undocumented' as const, what: 'path' as const },
        covers: [],
      },
    ]
  })
}
