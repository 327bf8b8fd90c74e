import { isObject, type JsonObject, objectFrom } from './json.ts'
import type { JsonSchema } from './model.ts'

type Schemas = { readonly [name: string]: JsonSchema }

/** Keywords whose schemas say more of the same value. */
const sameValueLists = ['allOf', 'anyOf', 'oneOf']
const sameValueSchemas = ['if', 'then', 'else']
/** Keywords whose schemas are about other values: members, items and so on. `not` would turn a demand round; it stays. */
const otherValueMaps = ['properties', 'patternProperties', '$defs', 'definitions']
const otherValueSchemas = ['items', 'prefixItems', 'additionalProperties', 'contains', 'unevaluatedItems']

const none: ReadonlySet<string> = new Set()

/** Gives schemas without the demand for properties that are absent from one direction. */
export function relaxation(schemas: Schemas, absent: 'readOnly' | 'writeOnly'): (schema: JsonSchema) => JsonSchema {
  const absentNames = collector(schemas, ({ properties }) =>
    Object.entries(isObject(properties) ? properties : {}).flatMap(([name, one]) => (isAbsent(one) ? [name] : [])),
  )
  const requiredNames = collector(schemas, ({ required }) => (Array.isArray(required) ? required.map(String) : []))

  function isAbsent(property: unknown): boolean {
    if (!isObject(property)) return false
    const target = typeof property.$ref === 'string' ? schemas[property.$ref] : undefined
    return property[absent] === true || isAbsent(target)
  }

  /** `above` are the absent names that the schemas around this one declare for the same value. */
  function relax(schema: unknown, above: ReadonlySet<string>): unknown {
    if (!isObject(schema)) return schema
    const names = new Set([...above, ...absentNames(schema)])
    const members = Object.entries(schema).map(([key, member]) => [key, relaxMember(key, member, names)] as const)
    return withoutDemands(objectFrom(members.filter(([, member]) => member !== undefined)), names)
  }

  function relaxMember(key: string, member: unknown, names: ReadonlySet<string>): unknown {
    if (key === 'required' && Array.isArray(member)) return remaining(member, names)
    if (sameValueLists.includes(key) || sameValueSchemas.includes(key)) return relaxAll(member, names)
    if (otherValueSchemas.includes(key)) return relaxAll(member, none)
    if (key !== 'dependentSchemas' && !otherValueMaps.includes(key)) return member
    const own = key === 'dependentSchemas' ? names : none
    return isObject(member) ? relaxMap(member, own) : member
  }

  function relaxAll(value: unknown, above: ReadonlySet<string>): unknown {
    return Array.isArray(value) ? value.map((part) => relax(part, above)) : relax(value, above)
  }

  function relaxMap(map: JsonObject, above: ReadonlySet<string>): JsonObject {
    return objectFrom(Object.entries(map).map(([name, one]) => [name, relax(one, above)] as const))
  }

  /** A reference whose target demands what only the schemas around it declare absent is replaced by what it names. */
  function withoutDemands(schema: JsonObject, names: ReadonlySet<string>): JsonObject {
    const { $ref, ...rest } = schema
    const target = typeof $ref === 'string' ? schemas[$ref] : undefined
    if (!isObject(target) || ![...requiredNames(target)].some((name) => names.has(name))) return schema
    const declared = absentNames(target)
    if ([...names].every((name) => declared.has(name) || !requiredNames(target).has(name))) return schema
    const parts = Array.isArray(rest.allOf) ? rest.allOf : []
    return { ...rest, allOf: [...parts, relax(target, names)] }
  }

  return (schema) => relax(schema, none) as JsonSchema
}

function remaining(required: readonly unknown[], names: ReadonlySet<string>): readonly unknown[] | undefined {
  const left = required.filter((name) => !names.has(String(name)))
  return left.length === 0 && required.length > 0 ? undefined : left
}

/** Collects names from a schema and from every schema that says more of the same value, references followed. */
function collector(schemas: Schemas, own: (schema: JsonObject) => readonly string[]) {
  const known = new Map<JsonObject, ReadonlySet<string>>()
  return function collect(schema: unknown): ReadonlySet<string> {
    if (!isObject(schema)) return none
    const before = known.get(schema)
    if (before) return before
    const names = new Set(own(schema))
    known.set(schema, names)
    for (const part of partsOf(schema, schemas)) for (const name of collect(part)) names.add(name)
    return names
  }
}

function partsOf(schema: JsonObject, schemas: Schemas): unknown[] {
  const target = typeof schema.$ref === 'string' ? [schemas[schema.$ref]] : []
  const lists = sameValueLists.flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []))
  return [...target, ...lists, ...sameValueSchemas.map((key) => schema[key])]
}
