import { isObject, type JsonObject } from '../document/json.ts'

type Branches = readonly JsonObject[]

const presenceKeywords = new Set(['title', 'type', 'description', 'required', 'properties'])

/** Whether every branch of a choice says only which members are present, and at least one forbids some (`false`). */
export function isPresenceChoice(oneOf: unknown): oneOf is Branches {
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

/** The members that a presence choice is about; none for any other choice. */
export function membersOfChoice(branches: unknown): string[] {
  if (!isPresenceChoice(branches)) return []
  return [...new Set(branches.flatMap((branch) => Object.keys(membersOf(branch))))].sort()
}
