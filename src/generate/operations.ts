import { objectFrom } from '../document/json.ts'
import { admittedKinds } from '../document/json-kinds.ts'
import type { Model, Operation, Parameter, RequestBody } from '../document/model.ts'
import { neighbours } from '../document/neighbours.ts'
import { secretMembers } from '../document/secret-members.ts'
import type { Names } from './names.ts'
import { banner, literal } from './source-text.ts'
import { successes } from './successes.ts'

/** `operations.ts`: one descriptor for each operation, and what they share. Pure data. */
export function operationsFile(model: Model, names: Names, runtime: string): string {
  const operations = model.operations.map(
    (operation) => [names.methods.get(operation.operationId) ?? '', descriptor(model, operation)] as const,
  )
  const api = {
    servers: model.servers,
    securitySchemes: model.securitySchemes,
    operations: objectFrom(operations),
  }
  return `${banner}
import type { ApiDescriptor } from ${literal(runtime)}

export const api = ${literal(api)} as const satisfies ApiDescriptor

/** One descriptor for each operation, by the name of its method. */
export const operations = api.operations
`
}

function descriptor(model: Model, operation: Operation): object {
  const { operationId, method, path, servers, parameters, requestBody, responses, security } = operation
  const results = resultKinds(model, operation)
  return {
    operationId,
    method,
    path,
    ...(servers.length > 0 && { servers }),
    parameters: parameters.map((parameter) => ({
      ...parameterDescriptor(parameter),
      ...(parameter.in === 'path' && pathParameter(model, path, parameter)),
    })),
    ...(requestBody && { requestBody: bodyDescriptor(model, requestBody) }),
    responses: objectFrom(
      responses.map(({ status, content }) => [status, content.map(({ mediaType }) => mediaType)] as const),
    ),
    ...(Object.keys(results).length > 0 && { results }),
    security,
  }
}

function bodyDescriptor({ schemas }: Model, { required, content }: RequestBody): object {
  const secrets = secretMembers(
    schemas,
    content.map(({ schema }) => schema),
  )
  return {
    required,
    mediaTypes: content.map(({ mediaType }) => mediaType),
    ...(secrets.length > 0 && { secrets }),
  }
}

/** Status of a success → the kinds of its JSON body. */
function resultKinds({ schemas }: Model, operation: Operation): { readonly [status: string]: readonly string[] } {
  const known = successes(operation).flatMap(({ status, content }) => {
    const json = content.filter(({ isJson }) => isJson).map(({ schema }) => schema)
    const kinds = json.length > 0 ? admittedKinds(schemas, { anyOf: json }) : undefined
    return kinds ? [[status, kinds] as const] : []
  })
  return objectFrom(known)
}

/** What is known of the value of a path parameter before it is sent. */
function pathParameter({ schemas, operations }: Model, path: string, parameter: Parameter): object {
  const isText = admittedKinds(schemas, parameter.schema)?.every((kind) => kind === 'string') ?? false
  const paths = new Set(operations.map((operation) => operation.path))
  // Any other form has something before or around the value.
  const isPlain = parameter.style === 'simple' && parameter.mediaType === undefined
  const reserved = isPlain ? neighbours(paths, path, parameter.name) : []
  return { ...(isText && { type: 'string' }), ...(reserved.length > 0 && { reserved }) }
}

function parameterDescriptor({
  name,
  in: place,
  required,
  style,
  explode,
  allowReserved,
  mediaType,
}: Parameter): object {
  return {
    name,
    in: place,
    required,
    style,
    explode,
    ...(allowReserved && { allowReserved }),
    ...(mediaType !== undefined && { mediaType }),
  }
}
