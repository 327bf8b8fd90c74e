import type { Case } from '../case.ts'
import { parameterKey, requestText } from '../request.ts'
import type { Context } from '../strategy.ts'

/** Each optional parameter once with a valid value. */
export function documentedParameters({ model, requests }: Context): Case[] {
  return model.operations.flatMap((operation) => {
    const valid = requests(operation)
    if (!valid) return []
    const { parts, values } = valid
    const optional = operation.parameters.filter(
      (parameter) => !parameter.required && values.has(parameterKey(parameter)),
    )
    return optional.map((parameter) => ({
      id: `parameter/${operation.operationId}/${parameter.name}`,
      operation,
      request: requestText(operation, {
        ...parts,
        parameters: new Map([...parts.parameters, [parameterKey(parameter), values.get(parameterKey(parameter))]]),
      }),
      expectation: { kind: 'accepted' as const },
      covers: [],
    }))
  })
}
