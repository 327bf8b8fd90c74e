import { isObject, type JsonObject, listAt, textAt } from '../../document/json.ts'

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

/** What a presence choice demands. */
export interface PresenceRule {
  /** The members that it is about, sorted. */
  readonly members: readonly string[]
  /** Whether each branch asks for one member alone and forbids all others. */
  readonly isOneOfEach: boolean
}

export function presenceRule(branches: Branches): PresenceRule {
  const members = [...new Set(branches.flatMap((branch) => Object.keys(membersOf(branch))))].sort()
  const isOneOfEach = branches.every((branch) => {
    const wanted = listAt(branch, 'required')
    return wanted.length === 1 && members.every((name) => name === wanted[0] || membersOf(branch)[name] === false)
  })
  return { members, isOneOfEach: isOneOfEach && branches.length === members.length }
}

/** A presence choice as a page tells it. */
export interface PresenceView extends PresenceRule {
  readonly branches: readonly PresenceBranch[]
}

export interface PresenceBranch {
  readonly title: string
  readonly description: string
  /** The members that have to be there. */
  readonly present: readonly string[]
  /** The members that may not be there. */
  readonly absent: readonly string[]
}

export function presenceView(branches: Branches): PresenceView {
  return {
    ...presenceRule(branches),
    branches: branches.map((branch) => ({
      title: textAt(branch, 'title') ?? '',
      description: textAt(branch, 'description') ?? '',
      present: listAt(branch, 'required').map(String),
      absent: Object.entries(membersOf(branch)).flatMap(([name, schema]) => (schema === false ? [name] : [])),
    })),
  }
}
