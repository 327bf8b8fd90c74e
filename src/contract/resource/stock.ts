import { setTimeout as sleep } from 'node:timers/promises'
import { isObject, type JsonObject } from '../../document/json.ts'
import { acceptedCase } from '../accepted-case.ts'
import { boundCreate, boundItem, type Identity, sentBody, withOffers } from '../bind.ts'
import type { Case } from '../case.ts'
import { parsedText } from '../check.ts'
import type { Seeded } from '../seeded.ts'
import type { Session } from '../session.ts'
import type { Context, Offers } from '../strategy.ts'
import { bySize } from '../valid-requests.ts'
import { hasFailed, idIn, isReady, shownIn } from './answers.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import type { Resource } from './resource.ts'

/** What a run has to know to make and remove resources. */
export interface Bench {
  readonly context: Context
  readonly session: Session
  readonly seeded: Seeded
  readonly resource: Resource
  readonly offers: Offers
}

/** A resource that the run has made. */
export interface Made extends Identity {
  readonly sent: JsonObject
  /** As the service last showed it. */
  readonly shown: unknown
}

/** Makes resources for cases to act on, and knows what was made. */
export interface Stock extends Ledger {
  /**
   * Creates one with the name that is asked for, in the name of the case that wants it; undefined when the service did not,
   * which is then a matter of that case.
   */
  readonly make: (purpose: string, name?: string) => Promise<Made | undefined>
  /** Waits until it is ready; answers it as it then stands. */
  readonly ready: (made: Made) => Promise<Made>
}

export function stockOf(bench: Bench): Stock {
  const { session, seeded, resource } = bench
  const ledger = ledgerOf(resource)
  let hasGivenUp = false
  return {
    ...ledger,
    make: async (purpose, name = seeded.name(purpose)) => {
      const one = createCase(bench, { id: seeded.uuid(purpose), name }, purpose)
      if (!one) return undefined
      const response = await session.aside(one)
      const sent = sentBody(one) ?? {}
      ledger.note(response, sent)
      if (!response) return undefined
      if (response.status > 299) {
        session.keep({ case: one, response })
        return undefined
      }
      const shown = shownIn(resource, parsedText(response.text))
      const id = String(sent[resource.idMember] ?? idIn(resource, shown) ?? '')
      return { id, name, sent, shown }
    },
    ready: async (one) => {
      if (!resource.lifecycle?.ready || isReady(resource, one.shown)) return one
      const read = readCase(bench, one, `setup/${resource.name}/wait`)
      let shown = one.shown
      // Where one has not become ready in time, the others are not waited for.
      const isOver = () => session.isOver() || hasFailed(resource, shown) || isReady(resource, shown)
      const isDone = async () => {
        const response = await session.aside(read)
        if (response?.status === 200) shown = shownIn(resource, parsedText(response.text))
        return isOver()
      }
      if (!(await until(isDone, hasGivenUp ? 0 : session.waitMs))) hasGivenUp = true
      return { ...one, shown }
    },
  }
}

/** The smallest valid create. */
export function createCase({ context, resource, offers }: Bench, identity: Identity, id: string): Case | undefined {
  const [body] = (context.requests(resource.create)?.bodies ?? []).toSorted(bySize)
  return createWith({ context, resource, offers }, { ...identity, body, caseId: id })
}

/** A create with a body that was chosen; with an empty identifier, the service chooses one. */
export function createWith(
  { context, resource, offers }: Pick<Bench, 'context' | 'resource' | 'offers'>,
  { id, name, body, caseId }: Identity & { readonly body: unknown; readonly caseId: string },
): Case | undefined {
  if (!isObject(body)) return undefined
  const { [resource.idMember]: _, ...rest } = body
  const chosen = resource.idIsChosen && id !== '' ? { ...rest, [resource.idMember]: id } : rest
  const one = acceptedCase(context, resource.create, caseId, { body: chosen })
  return one && withOffers(context, boundCreate(context, resource, one, { id, name }), offers)
}

/** A read of one resource. */
export function readCase({ context, resource }: Bench, identity: Identity, id: string): Case {
  return itemCase({ context, resource }, resource.get, { ...identity, caseId: id })
}

export function itemCase(
  { context, resource }: Pick<Bench, 'context' | 'resource'>,
  operation: Resource['get'],
  { caseId, ...identity }: Identity & { readonly caseId: string },
): Case {
  const one = acceptedCase(context, operation, caseId)
  if (!one) throw new Error(`There is no valid request of ${operation.operationId}`)
  return boundItem(context, resource, one, identity)
}

const firstPauseMs = 50
const longestPauseMs = 5000

/** Asks at once, then after 50 ms, and ever more rarely up to 5 s; false when the time is over. */
export async function until(isDone: () => Promise<boolean>, waitMs: number): Promise<boolean> {
  const end = performance.now() + waitMs
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 1.5, longestPauseMs)) {
    if (await isDone()) return true
    const leftMs = end - performance.now()
    if (leftMs <= 0) return false
    await sleep(Math.min(pauseMs, leftMs))
  }
}
