import { isObject, type JsonObject } from './json.ts'
import { schemaLists, schemaMaps, singleSchemas } from './json-schema.ts'
import type { JsonSchema } from './model.ts'

type Schemas = { readonly [name: string]: JsonSchema }

/** What says nothing of a value's own members: what it must not be, names, and definitions that wait for a reference. */
const aside = new Set(['not', 'propertyNames', '$defs', 'definitions'])

/**
 * The names of the members that hold secrets, at any depth, each once and sorted: those that only requests have
 * (`writeOnly`), and strings of format `password`. A list or a map of secrets counts by the member that holds it.
 */
export function secretMembers(schemas: Schemas, roots: readonly JsonSchema[]): string[] {
  const secrets = new Set<string>()
  const seen = new Set<string>()
  const walk = (schema: unknown, member: string | undefined): void => {
    if (!isObject(schema)) return
    if (member !== undefined && isSecret(schema)) secrets.add(member)
    if (typeof schema.$ref === 'string') follow(schema.$ref, member)
    for (const [part, name] of partsOf(schema)) walk(part, name ?? member)
  }
  const follow = (reference: string, member: string | undefined): void => {
    const visit = JSON.stringify([reference, member])
    if (seen.has(visit)) return
    seen.add(visit)
    walk(schemas[reference], member)
  }
  for (const root of roots) walk(root, undefined)
  return [...secrets].sort()
}

function isSecret({ writeOnly, format }: JsonObject): boolean {
  return writeOnly === true || format === 'password'
}

/** The schemas inside a schema; those of properties with their names. */
function partsOf(schema: JsonObject): (readonly [part: unknown, name?: string])[] {
  return Object.entries(schema).flatMap(([keyword, value]): (readonly [unknown, string?])[] => {
    if (aside.has(keyword)) return []
    if (keyword === 'properties' && isObject(value)) return Object.entries(value).map(([name, part]) => [part, name])
    if (schemaMaps.has(keyword) && isObject(value)) return Object.values(value).map((part) => [part])
    if (schemaLists.has(keyword) && Array.isArray(value)) return value.map((part) => [part])
    return singleSchemas.has(keyword) ? [[value]] : []
  })
}
