import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isObject, type JsonObject, objectAt, objectsIn } from '../document/json.ts'
import { readDocument } from '../document/read-document.ts'
import { temporaryFolder } from '../document/temporary-folder.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { oneLine } from '../report/visible-text.ts'

/**
 * Reads the text of a document that somebody else wrote, in JSON or YAML, as one that stands alone: what it refers to
 * outside of itself is not loaded.
 *
 * @throws {CannotRunError} naming each such reference, and for what makes the document unusable
 */
export async function foreignDocument(text: string, name: string): Promise<JsonObject> {
  const document = parsed(text, name)
  const outside = outsideReferences(document)
  if (outside.length > 0) {
    const list = outside.map(oneLine).join(', ')
    throw new CannotRunError(`${name} refers to what is not in it, and that is not loaded: ${list}. Bundle it first.`)
  }
  return read(document, name)
}

function parsed(text: string, name: string): JsonObject {
  const document = parsedValue(text, name)
  if (isObject(document)) return document
  throw new CannotRunError(`${name} is no OpenAPI document: it holds no object.`)
}

function parsedValue(text: string, name: string): unknown {
  const json = text.replace(/^\uFEFF/, '')
  try {
    // JSON alone knows no anchors, and is what a document is made of: one reader sees what the other does.
    return JSON.parse(/^\s*\{/.test(json) && isJson(json) ? json : JSON.stringify(parse(json)))
  } catch (cause) {
    const reason = cause instanceof Error ? oneLine(cause.message.split('\n')[0] ?? '') : String(cause)
    throw new CannotRunError(`${name} is neither JSON nor YAML: ${reason}`, { cause })
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Every file and URL that a reference or the mapping of a discriminator names, once. */
function outsideReferences(document: JsonObject): readonly string[] {
  const named = [...objectsIn(document)].flatMap((object) => [
    ...[object.$ref, object.$dynamicRef].filter((ref) => typeof ref === 'string' && !ref.startsWith('#')),
    ...Object.values(objectAt(object.discriminator, 'mapping')).filter(isPath),
  ])
  return [...new Set(named.map(String))].sort()
}

/** A mapping may give the name of a schema, which is no path. */
function isPath(mapped: unknown): boolean {
  return typeof mapped === 'string' && !mapped.startsWith('#') && !/^[\w-]+(\.[\w-]+)*$/.test(mapped)
}

async function read(document: JsonObject, name: string): Promise<JsonObject> {
  const folder = temporaryFolder('upstream')
  try {
    const file = join(folder.path, 'openapi.json')
    writeFileSync(file, JSON.stringify(document))
    return (await readDocument(file)).bundle
  } catch (cause) {
    if (!(cause instanceof CannotRunError)) throw cause
    const findings = cause.findings.map(({ location, ...finding }) => ({
      ...finding,
      ...(location && { location: { ...location, file: name } }),
    }))
    throw new CannotRunError(`${name} cannot be used as an OpenAPI document.`, { findings, cause })
  } finally {
    folder.remove()
  }
}
