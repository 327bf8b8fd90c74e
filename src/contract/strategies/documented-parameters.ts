import type { Case } from '../case.ts'
import { parameterKey, parameterValue, requestText, validParts } from '../request.ts'
import type { Context } from '../strategy.ts'

/** Each optional parameter once with a valid value. */
export function documentedParameters({ model, rules }: Context): Case[] {
  return model.operations.flatMap((operation) => {
    const parts = validParts(model, rules, operation)
    const optional = operation.parameters.filter(({ required }) => !required)
    return optional.map((parameter) => ({
      id: `parameter/${operation.operationId}/${parameter.name}`,
      operation,
      request: requestText(operation, {
        ...parts,
        parameters: new Map([...parts.parameters, [parameterKey(parameter), parameterValue(model, parameter)]]),
      }),
      expectation: { kind: 'accepted' as const },
      covers: [],
    }))
  })
}
