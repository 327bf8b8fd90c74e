import { type FlatSchema, flatSchema, keyword, propertyNames, propertySchemas } from '../document/flat-schema.ts'
import { isObject, type JsonObject } from '../document/json.ts'
import type { JsonSchema, Model } from '../document/model.ts'
import { memo } from './memo.ts'

/** Every answer is judged by the same few schemas, so what is known of them is worth keeping. */
const opened = new WeakMap<Model, WeakMap<JsonObject, FlatSchema>>()

/** A schema with the branches of its choices side by side with all else: everything that may be said of a value. */
export function openSchema(model: Model, schemas: readonly JsonSchema[]): FlatSchema {
  const [only, ...others] = schemas
  if (others.length > 0 || !isObject(only)) return open(model, schemas)
  const known = memo(opened, model, () => new WeakMap<JsonObject, FlatSchema>())
  return memo(known, only, () => open(model, schemas))
}

function open(model: Model, schemas: readonly JsonSchema[]): FlatSchema {
  const flat = flatSchema(model, schemas)
  return flat.choices.length === 0
    ? flat
    : open(model, [...flat.parts, ...flat.choices.flatMap(({ branches }) => branches)])
}

const properties = new WeakMap<FlatSchema, ReadonlyMap<string, readonly JsonSchema[]>>()

/** What a schema says of each property, but that there must be none. */
export function openProperties(flat: FlatSchema): ReadonlyMap<string, readonly JsonSchema[]> {
  return memo(properties, flat, () => {
    const schemasOf = (name: string) => propertySchemas(flat, name).filter((schema) => schema !== false)
    return new Map(propertyNames(flat).map((name) => [name, schemasOf(name)]))
  })
}

/** A value in a body, with everything that the schema may say of it. */
export interface Place {
  readonly tokens: readonly string[]
  readonly value: unknown
  readonly flat: FlatSchema
}

/** Every value in a body that the schema describes, the body included. */
export function places(model: Model, schemas: readonly JsonSchema[], value: unknown): Place[] {
  const found: Place[] = []
  collect(model, found, { schemas, value, tokens: [] })
  return found
}

function collect(
  model: Model,
  found: Place[],
  { schemas, value, tokens }: Omit<Place, 'flat'> & { readonly schemas: readonly JsonSchema[] },
): void {
  const flat = openSchema(model, schemas)
  found.push({ tokens, value, flat })
  if (Array.isArray(value)) {
    const items = keyword(flat, 'items') as JsonSchema | undefined
    if (items === undefined) return
    for (const [index, item] of value.entries())
      collect(model, found, { schemas: [items], value: item, tokens: [...tokens, String(index)] })
  }
  if (!isObject(value)) return
  for (const [name, own] of openProperties(flat)) {
    if (Object.hasOwn(value, name))
      collect(model, found, { schemas: own, value: value[name], tokens: [...tokens, name] })
  }
}

/**
 * The pointer tokens of every property that a schema describes, `0` for the items of a list; recursion ends. Those that
 * the other direction alone has are left out.
 */
export function describedPlaces(model: Model, schema: JsonSchema, without: 'readOnly' | 'writeOnly'): string[][] {
  const walk = (schemas: readonly JsonSchema[], tokens: string[], above: ReadonlySet<JsonSchema>): string[][] => {
    const flat = openSchema(model, schemas)
    if ([...flat.opened].some((one) => isObject(one) && 'properties' in one && above.has(one))) return []
    const seen = new Set([...above, ...flat.opened])
    const items = keyword(flat, 'items')
    const inItems = isObject(items) ? walk([items], [...tokens, '0'], seen) : []
    const inMembers = [...openProperties(flat)].flatMap(([name, own]) => {
      const isOther = openSchema(model, own).parts.some((part) => part[without] === true)
      return own.length === 0 || isOther ? [] : [[...tokens, name], ...walk(own, [...tokens, name], seen)]
    })
    return [...inMembers, ...inItems]
  }
  return walk([schema], [], new Set())
}

/** Every text in a body that only the caller may see: members that are writeOnly. */
export function writeOnlyValues(model: Model, schema: JsonSchema, value: unknown): Place[] {
  return places(model, [schema], value).filter(({ flat }) => flat.parts.some(({ writeOnly }) => writeOnly === true))
}
