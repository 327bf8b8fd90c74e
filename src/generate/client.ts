import type { MediaType, Model, Operation, Parameter } from '../document/model.ts'
import { camelCase, capitalised, type Names, responseName } from '../document/names.ts'
import { abilitiesFor } from './abilities.ts'
import { banner, docComment, literal, propertyName } from './source-text.ts'
import { successes } from './successes.ts'

/** `client.ts`: one typed method for each operation over one runtime. */
export function clientFile(model: Model, names: Names, runtime: string): string {
  const methods = model.operations.map((operation) => method(operation, names.methods.get(operation.operationId) ?? ''))
  const hasMethods = methods.length > 0
  const abilities = abilitiesFor(model)
  const brought = abilities.length > 0 ? `, { ${abilities.join(', ')} }` : ''
  return `${banner}
import { ${imported(methods, abilities).join(', ')} } from ${literal(runtime)}
import { ${hasMethods ? 'api, operations' : 'api'} } from './operations.ts'
import type * as types from './types.ts'

${docComment(['One method for each operation.', failures])}export interface Methods {
${methods.map(({ comment, signature }) => `${comment}  ${signature}\n`).join('')}}

${docComment([`Calls the ${model.title || 'API'}.`])}export interface Client extends Methods {
  /** The openapi-fetch client for what the methods do not cover; over the same transport, with the same credentials. */
  readonly http: HttpClient<types.paths>
  /** The same methods, which resolve to the status and the headers of the answer too. */
  readonly withResponse: WithResponse<Methods>
}

/** Makes a client. */
export function createClient(options: ClientOptions = {}): Client {
  const { http, call, withResponse } = createRuntime<types.paths>(api, options${brought})
  return { http, ...methods(call), withResponse: withResponse(methods) }
}

/** The methods over one way of calling. */
function methods(${hasMethods ? 'call' : '_call'}: Call): Methods {
  return {
${methods.map(({ implementation }) => `    ${implementation},\n`).join('')}  }
}
`
}

const failures = 'Each resolves to the documented body; failures are ClientErrors, for an error status an ApiError.'

/** What the file uses of the runtime, as the formatter sorts it. */
function imported(methods: readonly Method[], abilities: readonly string[]): string[] {
  const usesRawBody = methods.some(({ signature }) => signature.includes('RawBody'))
  return [
    'type Call',
    ...(methods.length > 0 ? ['type CallOptions'] : []),
    ...['type ClientOptions', 'createRuntime', 'type HttpClient'],
    ...abilities.filter((name) => name === 'media'),
    ...(usesRawBody ? ['type RawBody'] : []),
    ...abilities.filter((name) => name !== 'media'),
    'type WithResponse',
  ]
}

interface Method {
  readonly comment: string
  readonly signature: string
  readonly implementation: string
}

interface Argument {
  readonly name: string
  readonly type: string
  readonly optional: boolean
  readonly description: string
}

function method(operation: Operation, name: string): Method {
  const inPath = pathArguments(operation, name)
  const args = [...inPath, ...bodyArgument(operation, name), optionsArgument(operation, name)]
  const list = args.map(declared).join(', ')
  const input = callInput(operation, inPath)
  return {
    comment: comment(operation, args),
    // `new(…)` would be the signature of a constructor.
    signature: `${name === 'new' ? '"new"' : propertyName(name)}(${list}): Promise<${resultType(operation, name)}>`,
    implementation: `${propertyName(name)}: (${args.map((argument) => argument.name).join(', ')}) => call(${reference(name)}, ${input}, options)`,
  }
}

/** Only what stands at the end may be left out; an optional body before required options is passed as undefined. */
function declared({ name, type }: Argument, index: number, args: readonly Argument[]): string {
  const mayBeLeftOut = args.slice(index).every(({ optional }) => optional)
  return `${name}${mayBeLeftOut ? '?' : ''}: ${type}`
}

function reference(name: string): string {
  return `operations.${name}`
}

function comment(operation: Operation, args: readonly Argument[]): string {
  const described = args.filter(({ description }) => description.trim() !== '')
  const parameters = described.map(
    ({ name, description }) => `@param ${name} ${description.trim().split('\n').join(' ')}`,
  )
  const deprecated = operation.deprecated ? ['@deprecated'] : []
  return docComment([operation.summary, operation.description, [...parameters, ...deprecated].join('\n')], '  ')
}

/** Path parameters come first, in the order in which the path names them. */
function pathArguments(operation: Operation, name: string): Argument[] {
  const taken = new Set(['body', 'options', 'call', 'methods', 'http', 'operations', 'api'])
  return inPathOrder(operation).map((parameter) => {
    let argument = camelCase(parameter.name)
    while (taken.has(argument)) argument = `${argument}_`
    taken.add(argument)
    const type = `types.${capitalised(name)}Parameters["path"][${JSON.stringify(parameter.name)}]`
    return { name: argument, type, optional: false, description: parameter.description }
  })
}

function inPathOrder({ path, parameters }: Operation): Parameter[] {
  const place = ({ name }: Parameter) => path.indexOf(`{${name}}`)
  return parameters.filter(({ in: where }) => where === 'path').sort((a, b) => place(a) - place(b))
}

function bodyArgument({ requestBody }: Operation, name: string): Argument[] {
  if (!requestBody || requestBody.content.length === 0) return []
  const type = bodyType(requestBody.content, `types.${capitalised(name)}RequestBody`)
  return requestBody.required
    ? [{ name: 'body', type, optional: false, description: '' }]
    : [{ name: 'body', type: `${type} | undefined`, optional: true, description: '' }]
}

/**
 * What a body may be given as, by its media types. The type of the value decides which of them is sent: text and plain
 * objects are JSON where there is JSON; without it, an object is a form, and text is sent as it is.
 */
function bodyType(content: readonly MediaType[], json: string): string {
  const hasJson = content.some(({ isJson }) => isJson)
  const others = content.filter(({ isJson }) => !isJson).flatMap(({ mediaType }) => rawTypes(mediaType, hasJson))
  return [...new Set([...(hasJson ? [json] : []), ...others])].join(' | ')
}

function rawTypes(mediaType: string, hasJson: boolean): string[] {
  const object = hasJson ? [] : ['{ readonly [name: string]: unknown }']
  if (mediaType.startsWith('multipart/')) return ['FormData', ...object]
  if (mediaType.startsWith('application/x-www-form-urlencoded')) return ['URLSearchParams', ...object]
  return [hasJson ? 'Exclude<RawBody, string>' : 'RawBody']
}

function optionsArgument({ parameters }: Operation, name: string): Argument {
  const places = (['query', 'header', 'cookie'] as const).map((place) => ({
    place,
    own: parameters.filter((parameter) => parameter.in === place),
  }))
  const used = places.filter(({ own }) => own.length > 0)
  const members = used.map(({ place, own }) => {
    const type = `types.${capitalised(name)}Parameters["${place}"]`
    return own.some(({ required }) => required) ? `${place}: ${type}` : `${place}?: ${type}`
  })
  const type = members.length === 0 ? 'CallOptions' : `CallOptions & { ${members.join('; ')} }`
  const optional = !used.some(({ own }) => own.some(({ required }) => required))
  return { name: 'options', type, optional, description: '' }
}

function callInput(operation: Operation, inPath: readonly Argument[]): string {
  const path = inPathOrder(operation).map(({ name }, index) => {
    const argument = inPath[index]?.name ?? ''
    return name === argument ? name : `${propertyName(name)}: ${argument}`
  })
  const others = new Set(operation.parameters.map((parameter) => parameter.in))
  others.delete('path')
  const parameters = [
    ...(path.length > 0 ? [`path: { ${path.join(', ')} }`] : []),
    ...[...others].sort().map((place) => `${place}: options?.${place}`),
  ]
  const parts = [
    ...(parameters.length > 0 ? [`parameters: { ${parameters.join(', ')} }`] : []),
    ...(operation.requestBody && operation.requestBody.content.length > 0 ? ['body'] : []),
  ]
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

/** What a successful call resolves to: the bodies of its successes. */
function resultType(operation: Operation, name: string): string {
  const types = successes(operation).flatMap(({ status, content }) =>
    bodyTypes(content, `types.${capitalised(responseName(name, status))}`),
  )
  const distinct = [...new Set(types)]
  return distinct.every((type) => type === 'undefined') ? 'void' : distinct.join(' | ')
}

function bodyTypes(content: readonly MediaType[], json: string): string[] {
  if (content.length === 0) return ['undefined']
  return content.map(({ isJson, mediaType, schema }) => {
    if (isJson) return json
    if (mediaType.startsWith('*/') && schema === true) return 'unknown'
    return mediaType.startsWith('text/') ? 'string' : 'Blob'
  })
}
