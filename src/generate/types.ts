import type { MediaType, Model, Operation } from '../document/model.ts'
import { capitalised, type Names, responseName } from '../document/names.ts'
import { requestSchemas } from '../document/reached-schemas.ts'
import { schemaName } from '../document/read-model.ts'
import { banner } from './source-text.ts'

/** `types.ts`: the types of the whole document, as openapi-typescript made them, then the bodies of each operation and the schemas by name. */
export function typesFile(documentTypes: string, model: Model, names: Names): string {
  const aliases = [...operationTypes(model, names), ...schemaTypes(model, names)]
  return `${banner}\n${documentTypes}\n${aliases.join('\n')}\n`
}

function operationTypes(model: Model, names: Names): string[] {
  return model.operations.flatMap((operation) => {
    const method = names.methods.get(operation.operationId) ?? ''
    const own = `operations[${JSON.stringify(operation.operationId)}]`
    const body = `NonNullable<${own}["requestBody"]>["content"]`
    return [
      ...(operation.parameters.length > 0 ? [alias(`${method}Parameters`, `${own}["parameters"]`)] : []),
      ...jsonAlias(`${method}RequestBody`, operation.requestBody?.content, (media) => `Writable<${body}[${media}]>`),
      ...responseTypes(operation, method, own),
    ]
  })
}

function responseTypes({ responses }: Operation, method: string, own: string): string[] {
  return responses.flatMap(({ status, content }) => {
    const key = /^\d+$/.test(status) ? status : JSON.stringify(status)
    const type = (media: string) => `Readable<${own}["responses"][${key}]["content"][${media}]>`
    return jsonAlias(responseName(method, status), content, type)
  })
}

/** One type for all JSON media types of a body; none when it has no JSON. */
function jsonAlias(name: string, content: readonly MediaType[] | undefined, type: (media: string) => string): string[] {
  const json = (content ?? []).filter(({ isJson }) => isJson)
  if (json.length === 0) return []
  return [alias(name, json.map(({ mediaType }) => type(JSON.stringify(mediaType))).join(' | '))]
}

function schemaTypes(model: Model, names: Names): string[] {
  const written = requestSchemas(model)
  return [...names.schemas].map(([schema, name]) => {
    const direction = written.has(schema) ? 'Writable' : 'Readable'
    return `export type ${name} = ${direction}<components["schemas"][${JSON.stringify(schemaName(schema))}]>;`
  })
}

function alias(name: string, type: string): string {
  return `export type ${capitalised(name)} = ${type};`
}
