import { objectFrom } from '../document/json.ts'
import { admittedKinds } from '../document/json-kinds.ts'
import type { Model, Operation, Parameter, RequestBody } from '../document/model.ts'
import type { Names } from '../document/names.ts'
import { neighbours, type PathsByLength, pathsByLength } from '../document/neighbours.ts'
import { secretMembers } from '../document/secret-members.ts'
import { banner, literal } from './source-text.ts'
import { successes } from './successes.ts'

/** `operations.ts`: one descriptor for each operation, and what they share. Pure data. */
export function operationsFile(model: Model, names: Names, runtime: string): string {
  const { schemas } = model
  const paths = pathsByLength(model.operations.map(({ path }) => path))
  const operations = model.operations.map(
    (operation) => [names.methods.get(operation.operationId) ?? '', descriptor({ schemas, paths }, operation)] as const,
  )
  const secrets = secretMembers(
    model.schemas,
    model.operations.flatMap(({ requestBody }) => requestBody?.content.map(({ schema }) => schema) ?? []),
  )
  const api = {
    servers: model.servers,
    securitySchemes: model.securitySchemes,
    ...(secrets.length > 0 && { secrets }),
    operations: objectFrom(operations),
  }
  return `${banner}
import type { ApiDescriptor } from ${literal(runtime)}

export const api = ${literal(api)} as const satisfies ApiDescriptor

/** One descriptor for each operation, by the name of its method. */
export const operations = api.operations
`
}

/** What an operation is described in. */
interface Surroundings extends Pick<Model, 'schemas'> {
  readonly paths: PathsByLength
}

function descriptor(all: Surroundings, operation: Operation): object {
  const { operationId, method, path, servers, parameters, requestBody, security } = operation
  const results = resultKinds(all, operation)
  return {
    operationId,
    method,
    path,
    ...(servers.length > 0 && { servers }),
    parameters: parameters.map((parameter) => ({
      ...parameterDescriptor(parameter),
      ...(parameter.in === 'path' && pathParameter(all, path, parameter)),
    })),
    ...(requestBody && { requestBody: bodyDescriptor(requestBody) }),
    responses: answerMediaTypes(operation),
    ...(Object.keys(results).length > 0 && { results }),
    security,
  }
}

function bodyDescriptor({ required, content }: RequestBody): object {
  return { required, mediaTypes: content.map(({ mediaType }) => mediaType) }
}

/** Status → the media types of its body; of the errors only those that bring one of their own, which is to be accepted too. */
function answerMediaTypes(operation: Operation): { readonly [status: string]: readonly string[] } {
  const typesOf = ({ content }: Operation['responses'][number]) => content.map(({ mediaType }) => mediaType)
  const expected = successes(operation)
  const known = new Set(expected.flatMap(typesOf))
  const told = operation.responses.filter(
    (response) => expected.includes(response) || typesOf(response).some((mediaType) => !known.has(mediaType)),
  )
  return objectFrom(told.map((response) => [response.status, typesOf(response)] as const))
}

/** Status of a success → the kinds of its JSON body. */
function resultKinds(
  { schemas }: Surroundings,
  operation: Operation,
): { readonly [status: string]: readonly string[] } {
  const known = successes(operation).flatMap(({ status, content }) => {
    const json = content.filter(({ isJson }) => isJson).map(({ schema }) => schema)
    const kinds = json.length > 0 ? admittedKinds(schemas, { anyOf: json }) : undefined
    return kinds ? [[status, kinds] as const] : []
  })
  return objectFrom(known)
}

/** What is known of the value of a path parameter before it is sent. */
function pathParameter({ schemas, paths }: Surroundings, path: string, parameter: Parameter): object {
  const isText = admittedKinds(schemas, parameter.schema)?.every((kind) => kind === 'string') ?? false
  // Any other form has something before or around the value.
  const isPlain = parameter.style === 'simple' && parameter.mediaType === undefined
  const reserved = isPlain ? neighbours(paths, path, parameter.name) : []
  return { ...(isText && { type: 'string' }), ...(reserved.length > 0 && { reserved }) }
}

/** What OpenAPI has as a default is left out (Parameter Object). */
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
    ...(required && { required }),
    ...(style !== defaultStyle[place] && { style }),
    ...(explode !== (style === 'form') && { explode }),
    ...(allowReserved && { allowReserved }),
    ...(mediaType !== undefined && { mediaType }),
  }
}

const defaultStyle = { path: 'simple', header: 'simple', query: 'form', cookie: 'form' } as const
