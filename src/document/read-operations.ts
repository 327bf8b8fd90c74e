import { isObject, type JsonObject, listAt, objectAt, pointerOf, textAt, valueAt } from './json.ts'
import type { SchemaReader } from './json-schema.ts'
import type {
  Example,
  Header,
  MediaType,
  Operation,
  Parameter,
  ParameterLocation,
  ParameterStyle,
  RequestBody,
  Response,
  SecurityRequirement,
} from './model.ts'
import { isJsonMediaType } from './model.ts'
import { headerSaidBy, methodsWithoutBody } from './never-sent.ts'
import { type OperationPlace, operationsIn } from './operation-id.ts'
import { serverUrl } from './server-url.ts'

/** The operations of a bundled document, in the order of their paths, then of their methods. */
export function readOperations(document: JsonObject, schemas: SchemaReader): Operation[] {
  const reader = operationReader(document, schemas)
  return operationsIn(document).map((place) => reader.operation(place))
}

interface Resolved {
  readonly value: JsonObject
  readonly pointer: string
}

function operationReader(document: JsonObject, schemas: SchemaReader) {
  /** The object itself, or what its `$ref` names. */
  function resolve(value: unknown, pointer = ''): Resolved {
    const ref = textAt(value, '$ref')
    if (ref !== undefined) return resolve(valueAt(document, ref), ref)
    return { value: isObject(value) ? value : {}, pointer }
  }

  function operation({ path, method, item }: OperationPlace): Operation {
    const pointer = pointerOf(['paths', path, method])
    const value = objectAt(item, method)
    const security = Array.isArray(value.security) ? value.security : listAt(document, 'security')
    return {
      operationId: textAt(value, 'operationId') ?? '',
      method,
      path,
      summary: textAt(value, 'summary') ?? '',
      description: textAt(value, 'description') ?? '',
      deprecated: value.deprecated === true,
      parameters: merged(listAt(item, 'parameters'), listAt(value, 'parameters')),
      requestBody: methodsWithoutBody.has(method)
        ? undefined
        : requestBody(value.requestBody, `${pointer}/requestBody`),
      responses: responses(objectAt(value, 'responses'), `${pointer}/responses`),
      servers:
        [value, item].map((owner) => listAt(owner, 'servers').map(serverUrl)).find((own) => own.length > 0) ?? [],
      security: security.filter(isObject) as SecurityRequirement[],
      pointer,
    }
  }

  /** A parameter of the operation replaces the path's parameter of the same name and place. */
  function merged(shared: readonly unknown[], own: readonly unknown[]): Parameter[] {
    const byKey = new Map<string, Parameter>()
    for (const raw of [...shared, ...own]) {
      const one = parameter(resolve(raw).value)
      byKey.set(`${one.in} ${one.name}`, one)
    }
    return [...byKey.values()].filter((one) => headerSaidBy(one) === undefined)
  }

  function parameter(value: JsonObject): Parameter {
    const place = (textAt(value, 'in') ?? 'query') as ParameterLocation
    const style = (textAt(value, 'style') ?? defaultStyle[place]) as ParameterStyle
    const [mediaType] = Object.keys(objectAt(value, 'content'))
    const media = mediaType === undefined ? undefined : objectAt(value.content, mediaType)
    return {
      name: textAt(value, 'name') ?? '',
      in: place,
      required: place === 'path' || value.required === true,
      description: textAt(value, 'description') ?? '',
      style,
      explode: typeof value.explode === 'boolean' ? value.explode : style === 'form',
      allowReserved: value.allowReserved === true,
      mediaType,
      schema: schemas.read((media ?? value).schema ?? true),
      examples: examples(media ?? value),
    }
  }

  function requestBody(raw: unknown, place: string): RequestBody | undefined {
    if (raw === undefined) return undefined
    const { value, pointer } = resolve(raw, place)
    return { required: value.required === true, content: content(value, pointer) }
  }

  function responses(all: JsonObject, place: string): Response[] {
    const statuses = Object.keys(all).filter((status) => !status.startsWith('x-'))
    return statuses.map((status) => {
      const { value, pointer } = resolve(all[status], `${place}/${status}`)
      return {
        status,
        description: textAt(value, 'description') ?? '',
        headers: headers(objectAt(value, 'headers')),
        content: content(value, pointer),
      }
    })
  }

  function headers(all: JsonObject): Header[] {
    return Object.keys(all).map((name) => {
      const { value } = resolve(all[name])
      return { name: name.toLowerCase(), required: value.required === true, schema: schemas.read(value.schema ?? true) }
    })
  }

  function content(owner: JsonObject, place: string): MediaType[] {
    const all = objectAt(owner, 'content')
    return Object.keys(all).map((mediaType) => {
      const value = objectAt(all, mediaType)
      const pointer = `${place}/content/${mediaType.replaceAll('~', '~0').replaceAll('/', '~1')}/schema`
      return {
        mediaType,
        isJson: isJsonMediaType(mediaType) || (admitsJson(mediaType) && describesData(resolve(value.schema).value)),
        schema: schemas.read(value.schema ?? true),
        examples: examples(value),
        pointer,
      }
    })
  }

  function examples(owner: JsonObject): Example[] {
    const named = objectAt(owner, 'examples')
    const values = Object.keys(named).flatMap((name) => {
      const { value } = resolve(named[name])
      return 'value' in value ? [{ name, value: value.value }] : []
    })
    return 'example' in owner ? [{ name: 'example', value: owner.example }, ...values] : values
  }

  return { operation }
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
