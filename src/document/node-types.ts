import { getTypes, type normalizeTypes, type SpecVersion } from '@redocly/openapi-core'
import { inheritedNames } from './inherited-names.ts'
import { isObject, type JsonObject, objectFrom } from './json.ts'

type NodeTypes = Parameters<typeof normalizeTypes>[0]

/**
 * Redocly's types of the nodes of a document, mended where they refuse or miss what OpenAPI allows: a schema or
 * property may be called `constructor` or `toString`; what an extension holds is its own affair; in 3.1 every schema may
 * be `true` or `false`, and may have keywords that nobody knows (JSON Schema 2020-12 core, section 6.5).
 */
export function nodeTypes(version: SpecVersion): NodeTypes {
  const types: JsonObject = getTypes(version)
  const mended = version === 'oas3_1' ? withOpenSchemas(types) : types
  return withInheritedNames(withFreeExtensions(mended)) as NodeTypes
}

function withOpenSchemas(types: JsonObject): JsonObject {
  const { Schema, ...others } = booleansAllowed(types) as { readonly [name: string]: JsonObject }
  return { ...others, Schema: { ...Schema, additionalProperties: () => null } }
}

/** Every mention of the type Schema lets a boolean stand there too. */
function booleansAllowed(type: unknown): unknown {
  if (isObject(type)) return mapped(type, booleansAllowed)
  if (type !== 'Schema' && typeof type !== 'function') return type
  return (value: unknown, key: unknown) => {
    const wanted = typeof type === 'function' ? type(value, key) : type
    return wanted === 'Schema' && typeof value === 'boolean' ? { type: 'boolean' } : wanted
  }
}

/** No type says what an extension holds, and none follows what looks like a reference in it. */
function withFreeExtensions(type: unknown): unknown {
  if (!isObject(type)) return type
  const inner = mapped(type, withFreeExtensions)
  if (inner.extensionsPrefix !== 'x-' || !isObject(inner.properties)) return inner
  const other = inner.additionalProperties
  const properties = Object.entries(inner.properties).filter(([name]) => !name.startsWith('x-'))
  const lookup = (value: unknown, key: unknown) => {
    if (String(key).startsWith('x-')) return null
    return typeof other === 'function' ? other(value, key) : other
  }
  return { ...inner, properties: objectFrom(properties), additionalProperties: lookup }
}

/** Inherited names are looked up like any other key, and a value that is itself inherited is no node. */
function withInheritedNames(type: unknown): unknown {
  if (!isObject(type)) return type
  const inner = mapped(type, withInheritedNames)
  if (!isObject(inner.properties)) return inner
  const other = inner.additionalProperties
  const lookup = (value: unknown, key: unknown) => {
    if (typeof value === 'function') return undefined
    return typeof other === 'function' ? other(value, key) : other
  }
  return {
    ...inner,
    properties: { ...objectFrom([...inheritedNames].map((name) => [name, lookup])), ...inner.properties },
  }
}

function mapped(object: JsonObject, change: (member: unknown) => unknown): JsonObject {
  return objectFrom(Object.entries(object).map(([key, member]) => [key, change(member)] as const))
}
