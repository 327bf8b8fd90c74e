import { type Direction, direction } from './directions.ts'
import { inheritedNames } from './inherited-names.ts'
import { type JsonObject, listAt, objectAt, objectFrom, pointerOf, textAt, valueAt } from './json.ts'
import { type SchemaReader, schemaReader } from './json-schema.ts'
import type { JsonSchema, MediaType, Model, Operation, SecurityScheme } from './model.ts'
import { reachedSchemas } from './reached-schemas.ts'
import { readOperations } from './read-operations.ts'
import { serverUrl } from './server-url.ts'

/** Turns a bundled document into the model that every other part works on. */
export function readModel(document: JsonObject): Model {
  const schemas = namedSchemas(document)
  const undirected = readOperations(document, schemas.reader)
  const named = schemas.all()
  const written = direction(named, 'readOnly')
  const read = direction(named, 'writeOnly')
  const operations = undirected.map((operation) => directed(operation, written, read))
  const inOneDirection = { ...written.schemas, ...read.schemas }
  const reached = reachedSchemas({ schemas: { ...named, ...inOneDirection } }, operations)
  return {
    title: textAt(document.info, 'title') ?? '',
    version: textAt(document.info, 'version') ?? '',
    servers: listAt(document, 'servers').map(serverUrl),
    operations,
    schemas: objectFrom([
      ...Object.entries(named),
      ...Object.entries(inOneDirection).filter(([key]) => reached.has(key)),
    ]),
    securitySchemes: securitySchemes(document),
  }
}

/** The operation with the schemas of its bodies as their direction sees them. */
function directed(operation: Operation, written: Direction, read: Direction): Operation {
  const inDirection = (content: readonly MediaType[], { read: seen }: Direction) =>
    content.map((media) => ({ ...media, schema: seen(media.schema) }))
  const { requestBody, responses } = operation
  return {
    ...operation,
    requestBody: requestBody && { ...requestBody, content: inDirection(requestBody.content, written) },
    responses: responses.map((response) => ({ ...response, content: inDirection(response.content, read) })),
  }
}

export interface NamedSchemas {
  readonly reader: SchemaReader
  /** Everything that was named or referred to; complete once all else was read. */
  readonly all: () => { readonly [name: string]: JsonSchema }
}

/** Reads `components.schemas`, and any schema elsewhere when a reference first names it. */
export function namedSchemas(document: JsonObject, { explained = false } = {}): NamedSchemas {
  const found = new Map<string, JsonSchema>()
  const reader = schemaReader({
    openapi30: textAt(document, 'openapi')?.startsWith('3.0') ?? false,
    explained,
    reference: (ref) => {
      const key = keyOfReference(ref)
      if (isUnnamed(key) && !found.has(key)) readAside(ref, key)
      return key
    },
  })
  function readAside(ref: string, key: string): void {
    found.set(key, true)
    found.set(key, reader.read(valueAt(document, ref)))
  }
  for (const [name, schema] of Object.entries(objectAt(document.components, 'schemas'))) {
    found.set(schemaKey(name), reader.read(schema))
  }
  return { reader, all: () => objectFrom([...found].sort(([a], [b]) => (a < b ? -1 : 1))) }
}

const component = /^#\/components\/schemas\/([\w.-]+)$/

/** The key of the component, or for another place one that no component can have. */
function keyOfReference(ref: string): string {
  const name = component.exec(ref)?.[1]
  return name === undefined
    ? `$${ref.replaceAll(/[^A-Za-z0-9.-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`
    : schemaKey(name)
}

const inheritedKey = '$named.'

/** The key of a named schema: its name, unless ajv would find that in any object. */
function schemaKey(name: string): string {
  return inheritedNames.has(name) || name === '__proto__' ? inheritedKey + name : name
}

/** The name that the document gives to a schema of the model. */
export function schemaName(key: string): string {
  return key.startsWith(inheritedKey) ? key.slice(inheritedKey.length) : key
}

/** Whether a key of `Model.schemas` is none of the document's names. */
export function isUnnamed(name: string): boolean {
  return name.startsWith('$') && !name.startsWith(inheritedKey)
}

export function securitySchemes(document: JsonObject): { readonly [name: string]: SecurityScheme } {
  const schemes = objectAt(document.components, 'securitySchemes')
  return objectFrom(
    Object.keys(schemes).map((name) => {
      const pointer = pointerOf(['components', 'securitySchemes', name])
      const ref = textAt(schemes[name], '$ref')
      return [name, securityScheme(ref === undefined ? valueAt(document, pointer) : valueAt(document, ref))] as const
    }),
  )
}

function securityScheme(scheme: unknown): SecurityScheme {
  const type = textAt(scheme, 'type')
  if (type === 'http') return { type, scheme: (textAt(scheme, 'scheme') ?? '').toLowerCase() }
  if (type === 'apiKey') {
    const place = textAt(scheme, 'in')
    return {
      type,
      in: place === 'query' || place === 'cookie' ? place : 'header',
      name: textAt(scheme, 'name') ?? '',
    }
  }
  return { type: type === 'openIdConnect' || type === 'mutualTLS' ? type : 'oauth2' }
}
