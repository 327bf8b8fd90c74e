import { isObject, type JsonObject, listAt, objectAt, objectFrom, textAt } from '../document/json.ts'

/**
 * The document as the reference page reads it best. A choice whose branches only say which members are present
 * and which are forbidden (`false`) is taken out: a page shows such branches as properties of any type, and lets
 * a reader open one choice at a time. What the choice demands is said in words instead, in the description of
 * the schema and of the bodies that have it, unless those name every member already. `additionalProperties: true`
 * says nothing that is not so by default, and would be shown as a property of any type.
 */
export function withoutPresenceChoices(document: JsonObject): JsonObject {
  const schemas = Object.entries(objectAt(document.components, 'schemas'))
  const parts = schemas.filter(([, schema]) => isPresenceChoice(objectAt({ schema }, 'schema').oneOf) && isBare(schema))
  const rules = new Map(
    parts.map(([name, schema]) => [refTo(name), membersOfAll(objectAt({ schema }, 'schema').oneOf)]),
  )
  const bodies = new Map(schemas.map(([name, schema]) => [refTo(name), takenOut(schema, rules)]))
  return rewritten(document, { rules, bodies }) as JsonObject
}

type Choices = readonly (readonly string[])[]

interface Rules {
  /** Reference to a schema that is nothing but a choice → its members. */
  readonly rules: ReadonlyMap<string, readonly string[]>
  /** Reference to any named schema → the choices that it loses. */
  readonly bodies: ReadonlyMap<string, Choices>
}

function refTo(name: string): string {
  return `#/components/schemas/${name}`
}

/** Whether a schema is there for its choice alone. */
function isBare(schema: unknown): boolean {
  return isObject(schema) && schema.properties === undefined
}

function rewritten(value: unknown, known: Rules): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, known))
  if (!isObject(value)) return value
  const lost = [...takenOut(value, known.rules), ...lostByContent(value, known.bodies)]
  const { oneOf, allOf, ...open } = value
  const { additionalProperties, ...closed } = open
  const rest = additionalProperties === true ? closed : open
  const parts = keptParts(allOf, known.rules)
  const kept = {
    ...rest,
    ...(oneOf !== undefined && !isPresenceChoice(oneOf) && { oneOf }),
    ...(parts.length > 0 && { allOf: parts }),
    ...(lost.length > 0 && { description: described(value, lost) }),
    ...withKnownNames(value),
  }
  return objectFrom(Object.entries(kept).map(([key, member]) => [key, rewritten(member, known)] as const))
}

/** A page does not show `x-extensible-enum`; its names are said in the description, unless they are there already. */
function withKnownNames({ description, 'x-extensible-enum': names }: JsonObject): { readonly description?: string } {
  const text = typeof description === 'string' ? description : ''
  const unsaid = (Array.isArray(names) ? names.map(String) : []).filter((name) => !text.includes(`\`${name}\``))
  return unsaid.length === 0 ? {} : { description: `${text}\n\nKnown names: ${listed(names as string[])}.`.trim() }
}

/** The choices that are taken out of a schema: its own, and those that it takes part in through `allOf`. */
function takenOut(schema: unknown, rules: Rules['rules']): Choices {
  if (!isObject(schema)) return []
  const own = isPresenceChoice(schema.oneOf) ? [membersOfAll(schema.oneOf)] : []
  return [...own, ...listAt(schema, 'allOf').flatMap((part) => partChoice(part, rules) ?? [])]
}

/** A page shows the description of a body, not that of the body's schema. */
function lostByContent({ content }: JsonObject, bodies: Rules['bodies']): Choices {
  const refs = Object.values(isObject(content) ? content : {}).map((media) => textAt(objectAt(media, 'schema'), '$ref'))
  return refs.flatMap((ref) => bodies.get(ref ?? '') ?? [])
}

function partChoice(part: unknown, rules: Rules['rules']): Choices | undefined {
  if (!isObject(part)) return undefined
  const named = typeof part.$ref === 'string' ? rules.get(part.$ref) : undefined
  if (named) return [named]
  return Object.keys(part).every((key) => key === 'oneOf') && isPresenceChoice(part.oneOf)
    ? [membersOfAll(part.oneOf)]
    : undefined
}

function keptParts(allOf: unknown, rules: Rules['rules']): unknown[] {
  return (Array.isArray(allOf) ? allOf : []).filter((part) => partChoice(part, rules) === undefined)
}

function described({ description }: JsonObject, choices: Choices): string {
  const text = typeof description === 'string' ? description : ''
  const unsaid = choices.filter((members) => members.some((name) => !text.includes(`\`${name}\``)))
  const sentences = unsaid.map((members) => `Only certain combinations of ${listed(members)} are accepted.`)
  return [text, ...sentences].filter((part) => part !== '').join('\n\n')
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}

type Branches = readonly JsonObject[]

const presenceKeywords = new Set(['title', 'type', 'description', 'required', 'properties'])

/** Whether every branch speaks of presence alone, and at least one forbids a member. */
function isPresenceChoice(oneOf: unknown): oneOf is Branches {
  if (!Array.isArray(oneOf) || oneOf.length === 0) return false
  const forbids = oneOf.some((branch) => isObject(branch) && Object.values(membersOf(branch)).includes(false))
  return forbids && oneOf.every((branch) => isObject(branch) && speaksOfPresence(branch))
}

function speaksOfPresence(branch: JsonObject): boolean {
  const members = Object.values(membersOf(branch))
  const saysNothing = (member: unknown) =>
    member === false || (isObject(member) && Object.keys(member).every((key) => key === 'description'))
  return Object.keys(branch).every((key) => presenceKeywords.has(key)) && members.every(saysNothing)
}

function membersOf({ properties }: JsonObject): JsonObject {
  return isObject(properties) ? properties : {}
}

function membersOfAll(branches: unknown): string[] {
  if (!isPresenceChoice(branches)) return []
  return [...new Set(branches.flatMap((branch) => Object.keys(membersOf(branch))))].sort()
}
