import { objectFrom } from '../document/json.ts'
import type { JsonSchema, MediaType, Model, Operation } from '../document/model.ts'
import { schemaName } from '../document/read-model.ts'
import { capitalised, type Names, responseName } from './names.ts'

/** One validator: what it is called, which type it guards, and what it validates. */
export interface Validator {
  readonly name: string
  readonly type: string
  readonly schema: JsonSchema
  /** Where the schema stands in the bundled document. */
  readonly pointer: string
}

/** Every validator of a document: one for each schema, then those of each operation. */
export function validatorsOf(model: Model, names: Names): Validator[] {
  return [...schemaValidators(names), ...operationValidators(model, names)]
}

function operationValidators(model: Model, names: Names): Validator[] {
  return model.operations.flatMap((operation) => {
    const name = names.methods.get(operation.operationId) ?? ''
    return [
      ...(operation.parameters.length > 0 ? [parametersValidator(operation, name)] : []),
      ...bodyValidator(`${name}RequestBody`, operation.requestBody?.content ?? []),
      ...operation.responses.flatMap(({ status, content }) => bodyValidator(responseName(name, status), content)),
    ]
  })
}

function bodyValidator(name: string, content: readonly MediaType[]): Validator[] {
  const json = content.filter(({ isJson }) => isJson)
  const [first] = json
  if (!first) return []
  const schema = json.length === 1 ? first.schema : { anyOf: json.map((media) => media.schema) }
  return [{ name, type: capitalised(name), schema, pointer: first.pointer }]
}

/** `{ path, query, header, cookie }`, each an object of the parameters in that place. */
function parametersValidator({ parameters, pointer }: Operation, method: string): Validator {
  const places = [...new Set(parameters.map((parameter) => parameter.in))].sort()
  const groups = places.map((place) => {
    const own = parameters.filter((parameter) => parameter.in === place)
    const required = own.filter((parameter) => parameter.required).map(({ name }) => name)
    const properties = objectFrom(own.map(({ name, schema }) => [name, schema] as const))
    return { place, required, schema: { type: 'object', properties, ...(required.length > 0 && { required }) } }
  })
  const needed = groups.filter(({ required }) => required.length > 0).map(({ place }) => place)
  const schema = {
    type: 'object',
    properties: objectFrom(groups.map((group) => [group.place, group.schema] as const)),
    ...(needed.length > 0 && { required: needed }),
  }
  const name = `${method}Parameters`
  return { name, type: capitalised(name), schema, pointer: `${pointer}/parameters` }
}

function schemaValidators(names: Names): Validator[] {
  return [...names.schemas].map(([schema, name]) => ({
    name,
    type: name,
    schema: { $ref: schema },
    pointer: `#/components/schemas/${schemaName(schema)}`,
  }))
}
