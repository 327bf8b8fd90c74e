import { CannotRunError } from '../report/cannot-run-error.ts'
import { isObject, type JsonObject, listAt, objectAt, textAt, valueAt } from './json.ts'
import type { Operation } from './model.ts'
import { namedSchemas, securitySchemes } from './read-model.ts'
import { readOperations } from './read-operations.ts'
import type { DescribedScheme, PublishedClient, Reference, Tag } from './reference.ts'
import { serverUrl } from './server-url.ts'

/**
 * Reads a bundled document with all that explains it.
 *
 * @throws {CannotRunError} when `info.x-client` is not as it has to be
 */
export function readReference(document: JsonObject): Reference {
  const schemas = namedSchemas(document, { explained: true })
  const operations = readOperations(document, schemas.reader)
  const info = objectAt(document, 'info')
  const text = (key: string) => textAt(info, key) ?? ''
  return {
    title: text('title'),
    version: text('version'),
    summary: text('summary'),
    description: text('description'),
    license: named(info.license),
    contact: named(info.contact),
    servers: listAt(document, 'servers').map((server) => ({
      url: serverUrl(server),
      description: textAt(server, 'description') ?? '',
    })),
    tags: tags(document, operations),
    operations,
    schemas: schemas.all(),
    securitySchemes: describedSchemes(document),
    client: publishedClient(info['x-client']),
  }
}

function named(value: unknown): { name: string; url: string | undefined } | undefined {
  const name = textAt(value, 'name') ?? textAt(value, 'url')
  return name === undefined ? undefined : { name, url: textAt(value, 'url') }
}

function tags(document: JsonObject, operations: readonly Operation[]): Tag[] {
  const declared = listAt(document, 'tags').map((tag): Tag => {
    const name = textAt(tag, 'name') ?? ''
    return { name, title: textAt(tag, 'x-displayName') ?? name, description: textAt(tag, 'description') ?? '' }
  })
  const known = new Set(declared.map(({ name }) => name))
  const used = new Set(operations.flatMap(({ tags: names }) => names))
  const others = [...used].filter((name) => !known.has(name))
  return [...declared, ...others.map((name) => ({ name, title: name, description: '' }))]
}

function describedSchemes(document: JsonObject): DescribedScheme[] {
  const written = objectAt(document.components, 'securitySchemes')
  return Object.entries(securitySchemes(document)).map(([name, scheme]) => {
    const ref = textAt(written[name], '$ref')
    const value = ref === undefined ? written[name] : valueAt(document, ref)
    return { name, scheme, description: textAt(value, 'description') ?? '' }
  })
}

const identifier = /^[A-Za-z_$][\w$]*$/

function publishedClient(hint: unknown): PublishedClient | undefined {
  if (hint === undefined) return undefined
  const name = textAt(hint, 'package')
  const factory = textAt(hint, 'factory')
  const tokenVariable = textAt(hint, 'tokenVariable')
  const hasOthers =
    !isObject(hint) || Object.keys(hint).some((key) => !['package', 'factory', 'tokenVariable'].includes(key))
  const isUsable =
    name !== undefined &&
    /^(@[\w.-]+\/)?[\w.-]+(\/[\w.-]+)*$/.test(name) &&
    identifier.test(factory ?? '') &&
    (!('tokenVariable' in Object(hint)) || identifier.test(tokenVariable ?? ''))
  if (hasOthers || !isUsable || factory === undefined) throw new CannotRunError(clientForm)
  return { package: name, factory, tokenVariable }
}

const clientForm =
  'info.x-client of the document has to be { package, factory, tokenVariable? }: the name of a package, the function that ' +
  'it exports to make a client, and the environment variable that samples read the token from.'
