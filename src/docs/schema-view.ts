import { type Choice, type FlatSchema, flatSchema, requiredNames } from '../document/flat-schema.ts'
import { isObject, type JsonObject, objectAt, textAt } from '../document/json.ts'
import type { JsonSchema } from '../document/model.ts'
import { isUnnamed, schemaName } from '../document/read-model.ts'
import type { Reference } from '../document/reference.ts'
import { constraintsOf } from './constraints.ts'
import type { Phrase } from './phrase.ts'
import { isPresenceChoice, type PresenceView, presenceView } from './presence-choices.ts'
import { typeText } from './type-text.ts'

/** A schema as a page tells it. */
export interface SchemaView {
  /** Such as `string`, `array of string` or `object or null`. */
  readonly type: string
  /** What the document calls it, if anything. */
  readonly name: string | undefined
  readonly marks: readonly Mark[]
  readonly constraints: readonly Phrase[]
  readonly description: string
  /** Of what a list holds. */
  readonly itemDescription: string
  /** Rules about which members may stand together. */
  readonly presence: readonly PresenceView[]
  readonly members: readonly MemberView[]
  readonly choices: readonly ChoiceView[]
  /** Where on the page the members and choices are told, when that was done before. */
  readonly toldAt: string | undefined
}

export type Mark = 'read only' | 'write only' | 'deprecated'

export interface MemberView {
  /** As it is written in JSON; a description in words where many names are meant. */
  readonly name: string
  readonly hasFixedName: boolean
  /** Unique on the page. */
  readonly anchor: string
  readonly required: boolean
  readonly schema: SchemaView
}

export interface ChoiceView {
  readonly keyword: Choice['keyword']
  readonly branches: readonly BranchView[]
}

export interface BranchView {
  readonly title: string
  readonly anchor: string
  readonly schema: SchemaView
}

/** Tells the schemas of one page; what it told before, it only points at. */
export interface SchemaTeller {
  readonly view: (schema: JsonSchema, anchor: string) => SchemaView
  /** An anchor that nothing else on the page has. */
  readonly anchor: (wanted: string) => string
}

export function schemaTeller({ schemas }: Pick<Reference, 'schemas'>): SchemaTeller {
  const taken = new Set<string>()
  const told = new Map<JsonSchema, string>()

  function anchor(wanted: string): string {
    const base = wanted.replaceAll(/\s+/gu, '_')
    let name = base
    for (let count = 2; taken.has(name); count++) name = `${base}~${count}`
    taken.add(name)
    return name
  }

  function view(schema: JsonSchema, at: string): SchemaView {
    const whole = opened(schema)
    const items = itemsOf(whole)
    const inner = items ? innermost(items.schema) : undefined
    const plain = {
      ...headOf(schema, whole),
      constraints: [...constraintsOf(whole.parts), ...(inner?.constraints ?? [])],
      itemDescription: inner ? descriptionOf(inner.flat) : '',
    }
    const content = inner?.flat ?? whole
    const source = inner?.source ?? sourceOf(schema)
    const before = told.get(source)
    const hasMore = hasInside(content)
    if (before !== undefined && hasMore)
      return { ...plain, description: ownDescription(schema), presence: [], members: [], choices: [], toldAt: before }
    if (hasMore) told.set(source, at)
    return { ...plain, ...insideOf(content, inner ? `${at}${inner.suffix}` : at), toldAt: undefined }
  }

  /** The schema behind lists of lists. */
  function innermost(schema: JsonSchema): {
    flat: FlatSchema
    source: JsonSchema
    suffix: string
    constraints: Phrase[]
  } {
    let suffix = '[]'
    let current = schema
    let flat = opened(current)
    const constraints: Phrase[] = []
    for (let next = itemsOf(flat); next && suffix.length < 20; next = itemsOf(flat)) {
      constraints.push(...ofItems(flat))
      suffix += '[]'
      current = next.schema
      flat = opened(current)
    }
    return { flat, source: sourceOf(current), suffix, constraints: [...constraints, ...ofItems(flat)] }
  }

  /** What an item has to be, said of it; an object says it of its members. */
  function ofItems(flat: FlatSchema): Phrase[] {
    return constraintsOf(flat.parts).map((phrase) => ['each item: ', ...phrase])
  }

  function headOf(schema: JsonSchema, whole: FlatSchema) {
    const has = (key: string) => whole.parts.some((part) => part[key] === true)
    const marks: Mark[] = [
      ...(has('readOnly') ? (['read only'] as const) : []),
      ...(has('writeOnly') ? (['write only'] as const) : []),
      ...(has('deprecated') ? (['deprecated'] as const) : []),
    ]
    return {
      type: typeText(whole, opened),
      name: nameOf(schema, whole),
      marks,
      description: descriptionOf(whole),
    }
  }

  function insideOf(flat: FlatSchema, at: string): Pick<SchemaView, 'presence' | 'members' | 'choices'> {
    const choices = flat.choices.filter(({ branches }) => !isPresenceChoice(branches) && !isNullable(branches))
    return {
      presence: flat.choices.flatMap(({ branches }) => (isPresenceChoice(branches) ? [presenceView(branches)] : [])),
      members: membersOf(flat, at),
      choices: choices.map((choice) => choiceView(choice, at)),
    }
  }

  function membersOf(flat: FlatSchema, at: string): MemberView[] {
    const required = new Set(requiredNames(flat))
    const fixed = [...propertiesOf(flat)].map(([name, all]) => {
      const place = anchor(`${at}.${name}`)
      const schema = combined(all)
      return { name, hasFixedName: true, anchor: place, required: required.has(name), schema: view(schema, place) }
    })
    const others = flat.parts
      .flatMap((part) => openMembers(part))
      .map(([name, schema]) => {
        const place = anchor(`${at}.${name}`)
        return { name, hasFixedName: false, anchor: place, required: false, schema: view(schema, place) }
      })
    return [...fixed.sort((a, b) => Number(b.required) - Number(a.required)), ...others]
  }

  function choiceView({ keyword, branches }: Choice, at: string): ChoiceView {
    return {
      keyword,
      branches: branches.map((branch, index) => {
        const place = anchor(`${at}.${keyword}-${index + 1}`)
        const schema = view(branch, place)
        return { title: titleOf(branch) ?? schema.name ?? schema.type, anchor: place, schema }
      }),
    }
  }

  function titleOf(branch: JsonSchema): string | undefined {
    return opened(branch)
      .parts.map((part) => textAt(part, 'title'))
      .find((title) => title !== undefined)
  }

  /** The schema with its references followed; a choice between something and null is that something. */
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

  function nameOf(schema: JsonSchema, whole: FlatSchema): string | undefined {
    const source = sourceOf(schema)
    const key = [...whole.opened]
      .flatMap((one) => (isObject(one) && typeof one.$ref === 'string' ? [one.$ref] : []))
      .find((ref) => schemas[ref] === source)
    return key === undefined || isUnnamed(key) ? undefined : schemaName(key)
  }

  /** The named schema that a schema stands for, or the schema itself. */
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

  return { view, anchor }
}

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
function isNullable(branches: readonly JsonSchema[]): boolean {
  return branches.length === 2 && branches.filter(isNull).length === 1
}

function hasInside(flat: FlatSchema): boolean {
  return (
    flat.choices.some(({ branches }) => !isNullable(branches)) ||
    flat.parts.some((part) => isObject(part.properties) || openMembers(part).length > 0)
  )
}

/** Name → every schema that a member of this name has to meet. A member that is forbidden is left out. */
function propertiesOf(flat: FlatSchema): ReadonlyMap<string, JsonSchema[]> {
  const found = new Map<string, JsonSchema[]>()
  for (const part of flat.parts) {
    for (const [name, schema] of Object.entries(objectAt(part, 'properties'))) {
      found.set(name, [...(found.get(name) ?? []), schema as JsonSchema])
    }
  }
  for (const [name, all] of found) if (all.includes(false)) found.delete(name)
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Members that are known by no fixed name. */
function openMembers(part: JsonObject): [string, JsonSchema][] {
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
function itemsOf(flat: FlatSchema): { readonly schema: JsonSchema } | undefined {
  const all = flat.parts.flatMap(({ items }) => (isObject(items) ? [items] : []))
  if (all.length === 0 || hasInside(flat)) return undefined
  return { schema: combined(all) }
}

const combinations = new WeakMap<object, { readonly all: readonly JsonSchema[]; readonly whole: JsonSchema }[]>()

/** One schema for several that hold together; the same one for the same ones, so that a recursion is recognised. */
function combined(all: readonly JsonSchema[]): JsonSchema {
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

function descriptionOf({ parts }: FlatSchema): string {
  return parts.map((part) => textAt(part, 'description')?.trim() ?? '').find((text) => text !== '') ?? ''
}

/** What a schema says of itself, without the one that it stands for. */
function ownDescription(schema: JsonSchema): string {
  return textAt(schema, 'description')?.trim() ?? ''
}
