import type { HttpMethod, Operation } from '../../document/model.ts'
import type { Case } from '../case.ts'
import { malformedKey } from '../coverage.ts'
import { jsonBody, requestText } from '../request.ts'
import type { Context } from '../strategy.ts'

/** Faults below the document: a body that is not JSON, and a method that a path does not have. */
export function transportFaults(context: Context): Case[] {
  return [...malformedJson(context), ...undocumentedMethods(context)]
}

function malformedJson({ model, requests }: Context): Case[] {
  const withBody = model.operations.filter((operation) => jsonBody(operation))
  return withBody.flatMap((operation) => {
    const parts = requests(operation)?.parts
    if (!parts) return []
    return {
      id: `malformed-json/${operation.operationId}`,
      operation,
      request: { ...requestText(operation, parts), body: '{"name": ' },
      expectation: { kind: 'refused' as const, because: 'the body is not JSON', about: 'transport' as const },
      covers: [malformedKey(operation)],
    }
  })
}

/** One method that the path lacks, for each path. HEAD and OPTIONS are left out: servers may answer them by themselves. */
function undocumentedMethods({ model, requests }: Context): Case[] {
  const byPath = Map.groupBy(model.operations, ({ path }) => path)
  return [...byPath.values()].flatMap((operations) => {
    const [operation] = operations
    const method = missingMethod(operations)
    const parts = operation && requests(operation)?.parts
    if (!parts || !method) return []
    const { raw: _, ...bodiless } = parts
    const { path, headers } = requestText(operation, { ...bodiless, body: undefined })
    return [
      {
        id: `undocumented-method/${operation.operationId}/${method}`,
        operation,
        request: { method: method.toUpperCase(), path, headers },
        expectation: { kind: 'no-such-method' },
        covers: [],
      },
    ]
  })
}

function missingMethod(operations: readonly Operation[]): HttpMethod | undefined {
  const documented = new Set(operations.map(({ method }) => method))
  return (['put', 'delete', 'patch', 'post'] as const).find((method) => !documented.has(method))
}
