import { type FlatSchema, flatSchema, requiredNames } from '../../document/flat-schema.ts'
import { isObject, type JsonObject, objectAt, textAt } from '../../document/json.ts'
import type { JsonSchema } from '../../document/model.ts'
import { isUnnamed, schemaName } from '../../document/read-model.ts'
import type { Reference } from '../../document/reference.ts'
import type { Phrase } from '../phrase.ts'
import { constraintsOf } from './constraints.ts'

/** Reads schemas whose references lead to the schemas of one document. */
export interface SchemaParts {
  /** The schema with its references followed; a choice between something and null is that something. */
  readonly opened: (schema: JsonSchema) => FlatSchema
  /** The named schema that a schema stands for, or the schema itself. */
  readonly sourceOf: (schema: JsonSchema) => JsonSchema
  /** What the document calls it, if anything. */
  readonly nameOf: (schema: JsonSchema) => string | undefined
  readonly titleOf: (schema: JsonSchema) => string | undefined
  /** What a list holds, behind lists of lists; undefined for what is no list. */
  readonly innermost: (list: FlatSchema) => InnerSchema | undefined
}

/** What a list holds. */
export interface InnerSchema {
  readonly flat: FlatSchema
  readonly source: JsonSchema
  /** A pair of brackets for each list. */
  readonly suffix: string
  /** What each item has to be. */
  readonly constraints: readonly Phrase[]
}

export function schemaParts({ schemas }: Pick<Reference, 'schemas'>): SchemaParts {
  function innermost(list: FlatSchema): InnerSchema | undefined {
    let found: InnerSchema | undefined
    for (let next = itemsOf(list); next && (found?.suffix.length ?? 0) < deepestList; ) {
      const flat = opened(next.schema)
      const constraints = constraintsOf(flat.parts).map((phrase) => ['each item: ', ...phrase])
      found = {
        flat,
        source: sourceOf(next.schema),
        suffix: `${found?.suffix ?? ''}[]`,
        constraints: [...(found?.constraints ?? []), ...constraints],
      }
      next = itemsOf(flat)
    }
    return found
  }

  function titleOf(branch: JsonSchema): string | undefined {
    return opened(branch)
      .parts.map((part) => textAt(part, 'title'))
      .find((title) => title !== undefined)
  }

  function opened(schema: JsonSchema): FlatSchema {
    const flat = flatSchema({ schemas }, [schema])
    const real = flat.choices.flatMap(({ branches }) =>
      isNullable(branches) ? branches.filter((one) => !isNull(one)) : [],
    )
    if (real.length === 0) return flat
    const inner = flatSchema({ schemas }, real)
    return {
      parts: [...flat.parts, ...inner.parts, { type: 'null' }],
      choices: [...flat.choices, ...inner.choices],
      opened: new Set([...flat.opened, ...inner.opened]),
    }
  }

  function nameOf(schema: JsonSchema): string | undefined {
    const source = sourceOf(schema)
    const key = [...opened(schema).opened]
      .flatMap((one) => (isObject(one) && typeof one.$ref === 'string' ? [one.$ref] : []))
      .find((ref) => schemas[ref] === source)
    return key === undefined || isUnnamed(key) ? undefined : schemaName(key)
  }

  function sourceOf(schema: JsonSchema): JsonSchema {
    if (!isObject(schema)) return schema
    const others = Object.keys(schema).filter((key) => !annotations.has(key))
    const only = others.length === 1 ? schema[others[0] ?? ''] : undefined
    const list = others[0] === 'oneOf' || others[0] === 'anyOf' || others[0] === 'allOf' ? only : undefined
    const inner = Array.isArray(list) ? list.filter((one) => !isNull(one)) : []
    if (inner.length === 1) return sourceOf(inner[0])
    const target = others[0] === '$ref' && typeof only === 'string' ? schemas[only] : undefined
    return target === undefined ? schema : target
  }

  return { opened, sourceOf, nameOf, titleOf, innermost }
}

/** In brackets: a list of itself has no end. */
const deepestList = 20

const annotations = new Set([
  'title',
  'description',
  'deprecated',
  'readOnly',
  'writeOnly',
  'examples',
  'default',
  'externalDocs',
])

function isNull(schema: unknown): boolean {
  return isObject(schema) && schema.type === 'null'
}

/** Whether a choice is between one thing and null. */
export function isNullable(branches: readonly JsonSchema[]): boolean {
  return branches.length === 2 && branches.filter(isNull).length === 1
}

export function hasInside(flat: FlatSchema): boolean {
  return (
    flat.choices.some(({ branches }) => !isNullable(branches)) ||
    flat.parts.some((part) => isObject(part.properties) || openMembers(part).length > 0)
  )
}

/** Name → every schema that a member of this name has to meet. A member that is forbidden is left out. */
export function propertiesOf(flat: FlatSchema): ReadonlyMap<string, JsonSchema[]> {
  const found = new Map<string, JsonSchema[]>()
  for (const part of flat.parts) {
    for (const [name, schema] of Object.entries(objectAt(part, 'properties'))) {
      found.set(name, [...(found.get(name) ?? []), schema as JsonSchema])
    }
  }
  // A name that is required may be described by no property; any other name is then what it is.
  for (const name of requiredNames(flat)) if (!found.has(name)) found.set(name, [otherMember(flat)])
  for (const [name, all] of found) if (all.includes(false)) found.delete(name)
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function otherMember({ parts }: FlatSchema): JsonSchema {
  return parts.map(({ additionalProperties }) => additionalProperties).find(isObject) ?? true
}

/** Members that are known by no fixed name. */
export function openMembers(part: JsonObject): [string, JsonSchema][] {
  const { additionalProperties, patternProperties, prefixItems } = part
  const patterns = Object.entries(isObject(patternProperties) ? patternProperties : {})
  return [
    ...patterns.map(([pattern, schema]): [string, JsonSchema] => [`names like ${pattern}`, schema as JsonSchema]),
    ...(isObject(additionalProperties) ? [['any other name', additionalProperties] as [string, JsonSchema]] : []),
    ...(Array.isArray(prefixItems)
      ? prefixItems.map((schema, index): [string, JsonSchema] => [`item ${index + 1}`, schema as JsonSchema])
      : []),
  ]
}

/** The schema of the items of a list that is nothing else. */
export function itemsOf(flat: FlatSchema): { readonly schema: JsonSchema } | undefined {
  const all = flat.parts.flatMap(({ items }) => (isObject(items) ? [items] : []))
  if (all.length === 0 || hasInside(flat)) return undefined
  return { schema: combined(all) }
}

const combinations = new WeakMap<object, { readonly all: readonly JsonSchema[]; readonly whole: JsonSchema }[]>()

/** One schema for several that hold together; the same one for the same ones, so that a recursion is recognised. */
export function combined(all: readonly JsonSchema[]): JsonSchema {
  const [first = true] = all
  if (all.length === 1 || !isObject(first)) return all.length === 1 ? first : { allOf: all }
  const known = combinations.get(first) ?? []
  const before = known.find(
    (one) => one.all.length === all.length && one.all.every((schema, index) => schema === all[index]),
  )
  if (before) return before.whole
  const whole = { allOf: all }
  combinations.set(first, [...known, { all, whole }])
  return whole
}

export function descriptionOf({ parts }: FlatSchema): string {
  return parts.map((part) => textAt(part, 'description')?.trim() ?? '').find((text) => text !== '') ?? ''
}

/** What a schema says of itself, without the one that it stands for. */
export function ownDescription(schema: JsonSchema): string {
  return textAt(schema, 'description')?.trim() ?? ''
}
