import { keyword, typeOf } from '../../document/flat-schema.ts'
import type { JsonSchema, Model, Parameter } from '../../document/model.ts'
import type { Case } from '../case.ts'
import { openSchema } from '../open-schema.ts'
import { parameterKey, requestText } from '../request.ts'
import type { Context } from '../strategy.ts'

/**
 * Each optional parameter once with a valid value. Where nothing tells which texts mean something, such as for a cursor, a
 * service may refuse the one that is sent.
 */
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
      expectation: { kind: isAnyText(model, parameter) ? ('permitted' as const) : ('accepted' as const) },
      covers: [],
    }))
  })
}

const telling = ['examples', 'enum', 'x-extensible-enum', 'const', 'format', 'pattern', 'default']

/** Whether the document says no more than that it is a text, or a list of texts. */
function isAnyText(model: Model, { schema, examples }: Parameter): boolean {
  const flat = openSchema(model, [schema])
  const isList = typeOf(flat) === 'array'
  const item = isList ? openSchema(model, [(keyword(flat, 'items') ?? true) as JsonSchema]) : flat
  const isTold = telling.some((name) => [flat, item].some((one) => keyword(one, name) !== undefined))
  return examples.length === 0 && !isTold && typeOf(item) === 'string'
}
