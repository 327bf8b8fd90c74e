import { isObject, type JsonObject, listAt, objectAt, textAt } from '../../document/json.ts'
import { withObjectsFromAbove } from '../../document/shape.ts'
import { isPresenceChoice, type PresenceRule, presenceRule } from '../schema/presence-choices.ts'

/**
 * The document as the reference page reads it best:
 *
 * - A choice that only says which members are present is taken out: a page shows its branches as properties of any
 *   type, and lets a reader open one choice at a time. What it demands is said in words instead, in the description of
 *   the schema and of the bodies that have it, unless those name every member already.
 * - The names of `x-extensible-enum`, which a page does not show, are said in the description.
 * - `additionalProperties: true` says nothing that is not so by default, and would be shown as a property of any type.
 */
export function docsDocument(document: JsonObject): JsonObject {
  const schemas = Object.entries(objectAt(document.components, 'schemas'))
  const rules = new Map(
    schemas.flatMap(([name, schema]) => {
      const choice = isObject(schema) && schema.properties === undefined ? schema.oneOf : undefined
      return isPresenceChoice(choice) ? [[refTo(name), presenceRule(choice)] as const] : []
    }),
  )
  const bodies = new Map(schemas.map(([name, schema]) => [refTo(name), takenOut(schema, rules)]))
  return withObjectsFromAbove(document, (object, isMap) =>
    isMap ? object : rewritten(object, { rules, bodies }),
  ) as JsonObject
}

type Choices = readonly PresenceRule[]

interface Rules {
  /** Reference to a schema that is nothing but a choice → what it demands. */
  readonly rules: ReadonlyMap<string, PresenceRule>
  /** Reference to any named schema → the choices that it loses. */
  readonly bodies: ReadonlyMap<string, Choices>
}

function refTo(name: string): string {
  return `#/components/schemas/${name}`
}

function rewritten(value: JsonObject, known: Rules): JsonObject {
  const lost = [...takenOut(value, known.rules), ...lostByContent(value, known.bodies)]
  const { oneOf, allOf, ...open } = value
  const { additionalProperties, ...closed } = open
  const rest = additionalProperties === true ? closed : open
  const parts = keptParts(allOf, known.rules)
  return {
    ...rest,
    ...(oneOf !== undefined && !isPresenceChoice(oneOf) && { oneOf }),
    ...(parts.length > 0 && { allOf: parts }),
    ...(lost.length > 0 && { description: described(value, lost) }),
    ...withKnownNames(value),
  }
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
  const own = isPresenceChoice(schema.oneOf) ? [presenceRule(schema.oneOf)] : []
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
    ? [presenceRule(part.oneOf)]
    : undefined
}

function keptParts(allOf: unknown, rules: Rules['rules']): unknown[] {
  return (Array.isArray(allOf) ? allOf : []).filter((part) => partChoice(part, rules) === undefined)
}

function described({ description }: JsonObject, choices: Choices): string {
  const text = typeof description === 'string' ? description : ''
  const unsaid = choices.filter(({ members }) => members.some((name) => !text.includes(`\`${name}\``)))
  const sentences = unsaid.map(({ members, isOneOfEach }) =>
    isOneOfEach
      ? `Exactly one of ${listed(members)} must be present.`
      : `Only certain combinations of ${listed(members)} are accepted.`,
  )
  return [text, ...sentences].filter((part) => part !== '').join('\n\n')
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}
