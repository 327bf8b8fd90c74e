import { withOffers } from './bind.ts'
import type { Case } from './case.ts'
import { memo } from './memo.ts'
import { learnOffers, notesOnOffers } from './offers.ts'
import { couldHarm, harmlessCases } from './read-only.ts'
import type { Left } from './resource/clear-up.ts'
import { inferred, type Resource, resourcesOf } from './resource/resource.ts'
import { type ResourceWork, resourceWork } from './resource/resource-work.ts'
import type { Bench } from './resource/stock.ts'
import { requireRightTarget } from './right-target.ts'
import { seeded } from './seeded.ts'
import type { Session } from './session.ts'
import { strategies } from './strategies.ts'
import type { Context, Strategy } from './strategy.ts'
import type { Target } from './target.ts'
import type { Task } from './task.ts'

/** What a run does, in pieces that may be spread and that run in any order. */
export interface Plan {
  readonly tasks: readonly Task[]
  /** Sends one more case as the tasks do. */
  readonly send: (one: Case) => Promise<void>
  /** The cases that the strategies made, also those that this target is spared. */
  readonly cases: readonly Case[]
  /** What was inferred from the document, and what is left out from the start and why. */
  readonly notes: readonly string[]
  /** To be called before the tasks, and alone: what wants the target for itself. */
  readonly begin: () => Promise<void>
  /** To be called when all tasks are done: looks at what they left behind. */
  readonly aftermath: () => Promise<void>
  /** To be called in any event: removes what the run has made. Answers what it could not. */
  readonly clear: () => Promise<readonly Left[]>
}

/**
 * Plans a run: what the target can take, and in whose name.
 *
 * @throws {CannotRunError} when the target cannot be reached
 */
export async function planFor(context: Context, session: Session): Promise<Plan> {
  const { target } = session
  if (target.state === 'mock') {
    const note = `${target.name} keeps no state: the walk through a resource's life and what rests on it are left out`
    return plainPlan(session, casesFor(context, { mock: true, token: false, offers: false }), [note])
  }
  await requireRightTarget(context, session)
  const offers = await learnOffers(context, session)
  const able = { mock: false, token: target.token !== undefined, offers: offers.size > 0 }
  const cases = casesFor({ ...context, offers }, able).map((one) => withOffers(context, one, offers))
  const resources = resourcesOf(context.model)
  const notes = [...notesOn(target, resources), ...notesOnOffers(context, offers)]
  if (target.state !== 'read-only')
    return writingPlan(benchesFor({ context, session, resources, offers }), cases, { session, notes })
  const harmless = await harmlessCases({ context, session, resources }, cases)
  return { ...plainPlan(session, harmless.cases, [...notes, ...harmless.notes]), cases }
}

function notesOn({ name, token }: Target, resources: readonly Resource[]): string[] {
  return [
    ...(resources.length > 0
      ? resources.map(inferred)
      : ['No resource was recognised: there is no walk through its life']),
    ...(token === undefined
      ? [`No token was given, so ${name} is taken to accept any: wrong tokens are not tried`]
      : []),
  ]
}

/** Every case as it stands. */
function plainPlan(session: Session, cases: readonly Case[], notes: readonly string[]): Plan {
  const send = async (one: Case) => {
    await session.exchange(one)
  }
  const tasks = cases.map((one): Task => ({ id: one.id, run: () => send(one) }))
  return { tasks, cases, notes, send, begin: async () => {}, aftermath: async () => {}, clear: async () => [] }
}

function benchesFor({
  resources,
  ...rest
}: Omit<Bench, 'resource' | 'seeded'> & { readonly resources: readonly Resource[] }): Bench[] {
  return resources.map((resource) => ({ ...rest, resource, seeded: seeded(rest.context) }))
}

/** Cases about resources on resources that the run makes, and the walk through their lives. */
function writingPlan(
  benches: readonly Bench[],
  cases: readonly Case[],
  { session, notes }: { readonly session: Session; readonly notes: readonly string[] },
): Plan {
  const own = benches.map(resourceWork)
  const isSpared = (one: Case) => !own.some(({ isAbout }) => isAbout(one)) && couldHarm(one)
  const due = cases.filter((one) => !isSpared(one))
  const send = async (one: Case) => {
    const work = own.find(({ isAbout }) => isAbout(one))
    await (work ? work.send(one) : session.exchange(one))
  }
  return {
    tasks: [...own.map(({ walk }) => walk), ...due.map((one): Task => ({ id: one.id, run: () => send(one) }))],
    cases,
    notes: [...notes, ...notesOnSpared(cases.filter(isSpared)), ...notesOnUnrecognised(due, own)],
    send,
    begin: async () => {
      for (const { begin } of own) await begin()
    },
    aftermath: async () => {
      for (const { aftermath } of own) await aftermath()
    },
    clear: async () =>
      session.target.state === 'disposable' ? [] : (await Promise.all(own.map(({ clear }) => clear()))).flat(),
  }
}

function notesOnSpared(cases: readonly Case[]): string[] {
  const operations = [...new Set(cases.map(({ operation }) => operation.operationId))]
  if (operations.length === 0) return []
  const why = 'no resource was recognised that the run could make for them, and what is there is not its own'
  return [`${cases.length} cases of ${operations.join(', ')} are left out: ${why}`]
}

function notesOnUnrecognised(cases: readonly Case[], own: readonly ResourceWork[]): string[] {
  const makes = (one: Case) => one.request.method === 'POST' && !own.some(({ isAbout }) => isAbout(one))
  const operations = [...new Set(cases.filter(makes).map(({ operation }) => operation.operationId))]
  if (operations.length === 0) return []
  return [
    `What ${operations.join(', ')} may make is not removed: no resource was recognised by its path and identifier`,
  ]
}

/** What a target is able to do, by the needs of strategies. */
export type Abilities = { readonly [need in 'mock' | 'token' | 'offers']: boolean }

/** Every case of every strategy that the target can answer. */
export function casesFor(context: Context, able: Abilities): Case[] {
  const usable = strategies.filter(({ needs }) => needs === undefined || able[needs])
  const cases = usable.flatMap((strategy) => casesOf(strategy, context))
  return [...new Map(cases.map((one) => [one.id, one] as const)).values()]
}

const made = new WeakMap<Context['requests'], Map<Strategy, readonly Case[]>>()

/** Made once for all runs on one document with one seed, but for what a service has to say in it. */
function casesOf(strategy: Strategy, context: Context): readonly Case[] {
  if (strategy.needs === 'offers') return strategy.cases(context)
  const known = memo(made, context.requests, () => new Map<Strategy, readonly Case[]>())
  return memo(known, strategy, () => strategy.cases(context))
}
