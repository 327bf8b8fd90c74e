import { createHash } from 'node:crypto'
import { objectFrom } from '../document/json.ts'
import type { JsonSchema, MediaType, Model, Operation } from '../document/model.ts'
import { capitalised, type Names, responseName } from '../document/names.ts'
import { schemaName } from '../document/read-model.ts'
import { successes } from './successes.ts'

/** One validator: what it is called, which type it guards, and what it validates. */
export interface Validator {
  readonly name: string
  readonly type: string
  readonly schema: JsonSchema
  /** The name under which ajv compiles it: validators of the same schema share one function. */
  readonly key: string
  /** Where the schema stands in the bundled document. */
  readonly pointer: string
}

/** The validators of one operation, by what they look at. */
export interface OperationValidators {
  readonly operationId: string
  readonly parameters: Validator | undefined
  readonly requestBody: Validator | undefined
  /** Status → the validator of its body. */
  readonly responses: ReadonlyMap<string, Validator>
  /** The statuses that a call succeeds with, and resolves to the body of. */
  readonly successes: readonly string[]
}

/** Every validator of a document: one for each schema, then those of each operation. */
export function validatorsOf(model: Model, names: Names): Validator[] {
  const ofOperations = operationValidators(model, names).flatMap(({ parameters, requestBody, responses }) =>
    [parameters, requestBody, ...responses.values()].filter((validator) => validator !== undefined),
  )
  return [...schemaValidators(names), ...ofOperations]
}

/** The validators of each operation. */
export function operationValidators(model: Model, names: Names): OperationValidators[] {
  return model.operations.map((operation) => {
    const name = names.methods.get(operation.operationId) ?? ''
    return {
      operationId: operation.operationId,
      parameters: operation.parameters.length > 0 ? parametersValidator(operation, name) : undefined,
      requestBody: bodyValidator(`${name}RequestBody`, operation.requestBody?.content ?? []),
      responses: responseValidators(operation, name),
      successes: successes(operation).map(({ status }) => status),
    }
  })
}

function responseValidators({ responses }: Operation, name: string): Map<string, Validator> {
  const validators = responses.flatMap(({ status, content }) => {
    const validator = bodyValidator(responseName(name, status), content)
    return validator ? [[status, validator] as const] : []
  })
  return new Map(validators)
}

function bodyValidator(name: string, content: readonly MediaType[]): Validator | undefined {
  const json = content.filter(({ isJson }) => isJson)
  const [first] = json
  if (!first) return undefined
  const schema = json.length === 1 ? first.schema : { anyOf: json.map((media) => media.schema) }
  return { name, type: capitalised(name), schema, key: keyOf(schema), pointer: first.pointer }
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
  return { name, type: capitalised(name), schema, key: keyOf(schema), pointer: `${pointer}/parameters` }
}

function schemaValidators(names: Names): Validator[] {
  return [...names.schemas].map(([schema, name]) => ({
    name,
    type: name,
    schema: { $ref: schema },
    key: schema,
    pointer: `#/components/schemas/${schemaName(schema)}`,
  }))
}

const unnamed = '$body.'

/** A schema that is just a named one has that name. */
function keyOf(schema: JsonSchema): string {
  if (typeof schema === 'object' && typeof schema.$ref === 'string' && Object.keys(schema).length === 1)
    return schema.$ref
  return unnamed + createHash('sha256').update(JSON.stringify(schema)).digest('hex')
}

/** Whether a validator's schema has no name in the document. */
export function isUnnamedValidator({ key }: Validator): boolean {
  return key.startsWith(unnamed)
}
