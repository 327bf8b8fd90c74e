import { objectFrom } from '../document/json.ts'
import type { Model, Operation, Parameter } from '../document/model.ts'
import type { Names } from './names.ts'
import { banner, literal } from './source-text.ts'

/** `operations.ts`: one descriptor for each operation, and what they share. Pure data. */
export function operationsFile(model: Model, names: Names, runtime: string): string {
  const operations = model.operations.map(
    (operation) => [names.methods.get(operation.operationId) ?? '', descriptor(operation)] as const,
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

function descriptor(operation: Operation): object {
  const { operationId, method, path, servers, parameters, requestBody, responses, security } = operation
  return {
    operationId,
    method,
    path,
    ...(servers.length > 0 && { servers }),
    parameters: parameters.map(parameterDescriptor),
    ...(requestBody && {
      requestBody: {
        required: requestBody.required,
        mediaTypes: requestBody.content.map(({ mediaType }) => mediaType),
      },
    }),
    responses: objectFrom(
      responses.map(({ status, content }) => [status, content.map(({ mediaType }) => mediaType)] as const),
    ),
    security,
  }
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
