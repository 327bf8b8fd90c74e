import type { Operation } from '../../document/model.ts'
import type { Case, CaseRequest } from '../case.ts'
import { lackedMethods, malformedKey, methodKey } from '../coverage.ts'
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
      request: malformed(requestText(operation, parts), operation),
      expectation: { kind: 'refused' as const, because: 'the body is not JSON', about: 'transport' as const },
      covers: [malformedKey(operation)],
    }
  })
}

/** The media type is that of JSON also where no valid body could be made. */
function malformed(request: CaseRequest, operation: Operation): CaseRequest {
  const mediaType = request.headers['content-type'] ?? jsonBody(operation)?.mediaType ?? 'application/json'
  return { ...request, headers: { ...request.headers, 'content-type': mediaType }, body: '{"name": ' }
}

/** One method that the path lacks, for each path. */
function undocumentedMethods({ model, requests }: Context): Case[] {
  return lackedMethods(model).flatMap(({ operation, method }) => {
    const parts = requests(operation)?.parts
    if (!parts) return []
    const { raw: _, ...bodiless } = parts
    const { path, headers } = requestText(operation, { ...bodiless, body: undefined })
    return [
      {
        id: `undocumented-method/${operation.operationId}/${method}`,
        operation,
        request: { method: method.toUpperCase(), path, headers },
        expectation: { kind: 'no-such-method' },
        covers: [methodKey(operation)],
      },
    ]
  })
}
