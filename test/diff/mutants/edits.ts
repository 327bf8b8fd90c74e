import { isObject, type JsonObject } from '../../../src/document/json.ts'

/** Places of our document that many mutants edit. */
export const schemas = '#/components/schemas'
export const gatewayPath = '/v1alpha1/inference/gateways'
export const gateways = '#/paths/~1v1alpha1~1inference~1gateways'
export const parametersPath = `${gateways}~1parameters`
export const oneGateway = `${gateways}~1{id}`
export const updatedAfter = `${gateways}/get/parameters/0`
export const json = 'content/application~1json'

export const gone = (): undefined => undefined

export function becomes(value: unknown) {
  return () => value
}

/** The object with more members, or with others. */
export function having(members: JsonObject) {
  return (before: unknown) => ({ ...Object(before), ...members })
}

/** The object without some members. */
export function lacking(...names: readonly string[]) {
  return (before: unknown) =>
    Object.fromEntries(Object.entries(Object(before)).filter(([name]) => !names.includes(name)))
}

/** The object with one member under another name. */
export function renaming(from: string, to: string) {
  return (before: unknown) =>
    Object.fromEntries(Object.entries(Object(before)).map(([name, member]) => [name === from ? to : name, member]))
}

/** The list with more items. */
export function plus(...items: readonly unknown[]) {
  return (before: unknown) => [...(Array.isArray(before) ? before : []), ...items]
}

/** The list without its item at a place, counted from the end when below 0. */
export function minus(index: number) {
  return (before: unknown) => (Array.isArray(before) ? before.toSpliced(index, 1) : before)
}

export function reversed(before: unknown): unknown {
  return Array.isArray(before) ? before.toReversed() : Object.fromEntries(Object.entries(Object(before)).toReversed())
}

/** A document in which every text is changed, names of members included. */
export function rewritten(text: (before: string) => string) {
  const change = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value)) return value.map(change)
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [text(name), change(member)]))
  }
  return change
}

/** A document in which a schema has a name of its own, and a reference stands in its place. */
export function inComponent(place: readonly string[], called: string) {
  return (before: unknown) => {
    const document = structuredClone(before) as { components: { schemas: Record<string, unknown> } }
    let node: Record<string, unknown> = document.components.schemas
    for (const token of place.slice(0, -1)) node = node[token] as Record<string, unknown>
    const last = place.at(-1) ?? ''
    document.components.schemas[called] = node[last]
    node[last] = { $ref: `#/components/schemas/${called}` }
    return document
  }
}

/** A document in which a component stands in the place of every reference to it. */
export function inlinedFrom(pointer: string) {
  const [, kind = '', called = ''] = pointer.split('/').slice(1)
  return (before: unknown) => {
    const document = structuredClone(before) as { components: Record<string, Record<string, unknown>> }
    const text = JSON.stringify(document).replaceAll(JSON.stringify({ $ref: pointer }), () =>
      JSON.stringify(document.components[kind]?.[called]),
    )
    return JSON.parse(text)
  }
}
