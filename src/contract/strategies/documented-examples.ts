import type { Case } from '../case.ts'
import { exampleKey } from '../coverage.ts'
import { jsonBody, requestText } from '../request.ts'
import type { Context } from '../strategy.ts'

/** Every named example of a request body, sent as it stands; where there is none, one valid request. */
export function documentedExamples({ model, requests }: Context): Case[] {
  return model.operations.flatMap((operation) => {
    const parts = requests(operation)?.parts
    if (!parts) return []
    const examples = jsonBody(operation)?.examples ?? []
    const bodies = examples.length > 0 ? examples : [{ name: 'valid-request', value: parts.body }]
    return bodies.map(({ name, value }) => ({
      id: `example/${operation.operationId}/${name}`,
      operation,
      request: requestText(operation, { ...parts, body: value }),
      expectation: { kind: 'accepted' as const },
      covers: [exampleKey(operation, name)],
    }))
  })
}
