import { boundItem } from './bind.ts'
import { type Case, isDueToWork } from './case.ts'
import { idIn } from './resource/answers.ts'
import { listedItems } from './resource/listed-items.ts'
import type { Resource } from './resource/resource.ts'
import { seeded } from './seeded.ts'
import type { Session } from './session.ts'
import type { Context } from './strategy.ts'

/** What a run that must not change anything has to work with. */
export interface ReadOnly {
  readonly context: Context
  readonly session: Session
  readonly resources: readonly Resource[]
}

/** The cases that leave a service as it is, about something that exists, and what is left out. */
export interface HarmlessCases {
  readonly cases: readonly Case[]
  readonly notes: readonly string[]
}

/**
 * Safe methods, and requests that no service could act on: those that cannot be read, and those without a valid token
 * about what does not exist.
 */
export async function harmlessCases(
  { context, session, resources }: ReadOnly,
  all: readonly Case[],
): Promise<HarmlessCases> {
  const stranger = { id: seeded(context).uuid('read-only'), name: '' }
  const existing = await Promise.all(
    resources.map(async (resource) => {
      const items = await listedItems({ context, session, resource }, 'read-only/list')
      return [resource, items.flatMap((item) => idIn(resource, item) ?? [])[0]] as const
    }),
  )
  const byGet = new Map(existing.map(([resource, id]) => [resource.get, { resource, id }] as const))
  const cases = all.flatMap((one) => {
    if (isSafe(one)) return reading(context, byGet.get(one.operation), one)
    const item = resources.find(({ update, remove }) => one.operation === update || one.operation === remove)
    const isNobodys = one.expectation.kind === 'refused' && one.expectation.about === 'token'
    if (item && (isNobodys || one.isInert)) return [boundItem(context, item, one, stranger)]
    return one.isInert && !couldHarm(one) ? [one] : []
  })
  const empty = existing.filter(([, id]) => id === undefined).map(([{ name }]) => name)
  const unread = empty.length > 0 ? [`There are no ${empty.join(', ')} to read: reads of one are left out`] : []
  const left = all.length - cases.length
  return {
    cases,
    notes: [
      `The target is not changed: ${left} cases that could change it and the walk are left out; --allow-writes runs them`,
      ...unread,
    ],
  }
}

function isSafe({ request }: Case): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(request.method)
}

/** Whether a request could act on something that is there: what the path of a sample names may well be somebody's. */
export function couldHarm(one: Case): boolean {
  return !isSafe(one) && one.operation.path.includes('{')
}

type Known = { readonly resource: Resource; readonly id: string | undefined } | undefined

/** A read that is due to succeed needs one that exists; one that is due to be refused does not. */
function reading(context: Context, known: Known, one: Case): Case[] {
  if (!known) return [one]
  if (known.id === undefined) return isDueToWork(one) ? [] : [one]
  return [boundItem(context, known.resource, one, { id: known.id, name: '' })]
}
