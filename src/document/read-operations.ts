import { isObject, type JsonObject, listAt, objectAt, pointerOf, textAt, valueAt } from './json.ts'
import type { SchemaReader } from './json-schema.ts'
import {
  type Example,
  type Header,
  isJsonMediaType,
  type MediaType,
  type Operation,
  type Parameter,
  type ParameterLocation,
  type ParameterStyle,
  type RequestBody,
  type Response,
  type SecurityRequirement,
} from './model.ts'
import { headerSaidBy, methodsWithoutBody } from './never-sent.ts'
import { type OperationPlace, operationsIn } from './operation-id.ts'
import { serverUrl } from './server-url.ts'

/** What reading takes: the whole document, because references lead anywhere in it, and how schemas are read. */
interface Context {
  readonly document: JsonObject
  readonly schemas: SchemaReader
}

/** The operations of a bundled document, in the order of their paths, then of their methods. */
export function readOperations(document: JsonObject, schemas: SchemaReader): Operation[] {
  return operationsIn(document).map((place) => readOperation({ document, schemas }, place))
}

interface Resolved {
  readonly value: JsonObject
  readonly pointer: string
}

/** The object itself, or what its `$ref` names. */
function resolve(context: Context, value: unknown, pointer = ''): Resolved {
  const ref = textAt(value, '$ref')
  if (ref !== undefined) return resolve(context, valueAt(context.document, ref), ref)
  return { value: isObject(value) ? value : {}, pointer }
}

function readOperation(context: Context, { path, method, item }: OperationPlace): Operation {
  const pointer = pointerOf(['paths', path, method])
  const value = objectAt(item, method)
  const security = Array.isArray(value.security) ? value.security : listAt(context.document, 'security')
  return {
    operationId: textAt(value, 'operationId') ?? '',
    method,
    path,
    summary: textAt(value, 'summary') ?? '',
    description: textAt(value, 'description') ?? '',
    deprecated: value.deprecated === true,
    tags: listAt(value, 'tags').filter((tag) => typeof tag === 'string'),
    parameters: readParameters(context, [...listAt(item, 'parameters'), ...listAt(value, 'parameters')]),
    requestBody: methodsWithoutBody.has(method)
      ? undefined
      : readRequestBody(context, value.requestBody, `${pointer}/requestBody`),
    responses: readResponses(context, objectAt(value, 'responses'), `${pointer}/responses`),
    servers: [value, item].map((owner) => listAt(owner, 'servers').map(serverUrl)).find((own) => own.length > 0) ?? [],
    security: security.filter(isObject) as SecurityRequirement[],
    pointer,
  }
}

/** A parameter of the operation replaces the path's parameter of the same name and place, which comes before it. */
function readParameters(context: Context, all: readonly unknown[]): Parameter[] {
  const byKey = new Map<string, Parameter>()
  for (const raw of all) {
    const one = readParameter(context, resolve(context, raw).value)
    byKey.set(`${one.in} ${one.name}`, one)
  }
  return [...byKey.values()].filter((one) => headerSaidBy(one) === undefined)
}

function readParameter(context: Context, value: JsonObject): Parameter {
  const place = (textAt(value, 'in') ?? 'query') as ParameterLocation
  const style = (textAt(value, 'style') ?? defaultStyle[place]) as ParameterStyle
  const [mediaType] = Object.keys(objectAt(value, 'content'))
  const media = mediaType === undefined ? undefined : objectAt(value.content, mediaType)
  return {
    name: textAt(value, 'name') ?? '',
    in: place,
    required: place === 'path' || value.required === true,
    deprecated: value.deprecated === true,
    description: textAt(value, 'description') ?? '',
    style,
    explode: typeof value.explode === 'boolean' ? value.explode : style === 'form',
    allowReserved: value.allowReserved === true,
    mediaType,
    schema: context.schemas.read((media ?? value).schema ?? true),
    examples: readExamples(context, media ?? value),
  }
}

function readRequestBody(context: Context, raw: unknown, place: string): RequestBody | undefined {
  if (raw === undefined) return undefined
  const { value, pointer } = resolve(context, raw, place)
  const description = textAt(value, 'description') ?? ''
  return { required: value.required === true, description, content: readContent(context, value, pointer) }
}

function readResponses(context: Context, all: JsonObject, place: string): Response[] {
  const statuses = Object.keys(all).filter((status) => !status.startsWith('x-'))
  return statuses.map((status) => {
    const { value, pointer } = resolve(context, all[status], `${place}/${status}`)
    return {
      status,
      description: textAt(value, 'description') ?? '',
      headers: readHeaders(context, objectAt(value, 'headers')),
      content: readContent(context, value, pointer),
    }
  })
}

function readHeaders(context: Context, all: JsonObject): Header[] {
  return Object.keys(all).map((name) => {
    const { value } = resolve(context, all[name])
    const schema = context.schemas.read(value.schema ?? true)
    return {
      name: name.toLowerCase(),
      required: value.required === true,
      description: textAt(value, 'description') ?? '',
      schema,
    }
  })
}

function readContent(context: Context, owner: JsonObject, place: string): MediaType[] {
  const all = objectAt(owner, 'content')
  return Object.keys(all).map((mediaType) => {
    const value = objectAt(all, mediaType)
    const isData = admitsJson(mediaType) && describesData(resolve(context, value.schema).value)
    return {
      mediaType,
      isJson: isJsonMediaType(mediaType) || isData,
      schema: context.schemas.read(value.schema ?? true),
      examples: readExamples(context, value),
      pointer: `${place}/content/${mediaType.replaceAll('~', '~0').replaceAll('/', '~1')}/schema`,
    }
  })
}

function readExamples(context: Context, owner: JsonObject): Example[] {
  const named = objectAt(owner, 'examples')
  const values = Object.keys(named).flatMap((name) => {
    const { value } = resolve(context, named[name])
    const texts = { summary: textAt(value, 'summary') ?? '', description: textAt(value, 'description') ?? '' }
    return 'value' in value ? [{ name, ...texts, value: value.value }] : []
  })
  const unnamed = { name: 'example', summary: '', description: '', value: owner.example }
  return 'example' in owner ? [unnamed, ...values] : values
}

/** Whether a range of media types holds JSON; some frameworks write one where they mean JSON. */
function admitsJson(mediaType: string): boolean {
  return ['*/*', 'application/*'].includes((mediaType.split(';')[0] ?? '').trim())
}

/** Whether a schema says something, and not that the body is bytes. */
function describesData({ format, ...schema }: JsonObject): boolean {
  return Object.keys(schema).length > 0 && format !== 'binary'
}

const defaultStyle = { path: 'simple', query: 'form', header: 'simple', cookie: 'form' } as const
