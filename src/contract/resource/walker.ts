import type { JsonObject } from '../../document/json.ts'
import { sentBody } from '../bind.ts'
import type { Case, CaseResponse, Exchange, Expectation } from '../case.ts'
import { parsedText } from '../check.ts'
import type { Known, SeenState, Step } from '../known.ts'
import { hasFailed, idIn, isReady, shownIn, stateIn } from './answers.ts'
import type { Resource } from './resource.ts'
import { type Bench, createWith, itemCase, type Stock, until } from './stock.ts'
import { replaces, updateCase } from './update-case.ts'

/** One resource on the walk, and what is known of it. */
export interface Walked {
  /** Tells it from the others: `a`, `b`. */
  readonly label: string
  readonly id: string
  readonly name: string
  readonly sent: JsonObject
  /** What an update that stands for the whole has replaced. */
  readonly replaced?: JsonObject
  readonly shown: unknown
  readonly states: readonly SeenState[]
}

/** The steps of a walk. Each sends requests, keeps the exchanges with what was known, and answers what is known now. */
export interface Walker {
  readonly create: (label: string, body: JsonObject, choosesId?: boolean) => Promise<Walked | undefined>
  readonly createAgain: (one: Walked, body: JsonObject) => Promise<void>
  readonly read: (one: Walked, when: string) => Promise<Walked>
  readonly untilReady: (one: Walked, when: string) => Promise<Walked>
  /** Where it has to come to more than is sent, `due` says to what. */
  readonly update: (one: Walked, body: JsonObject, due?: (sent: JsonObject) => JsonObject) => Promise<Walked>
  /** An update whose body names another resource than its path: whatever the service does, it is the path that counts. */
  readonly updateMistaken: (one: Walked) => Promise<Walked>
  readonly remove: (one: Walked) => Promise<Walked>
  readonly untilGone: (one: Walked) => Promise<boolean>
  /** Sends a request about one resource with an expectation of its own. */
  readonly about: (one: Walked, operation: Resource['get'], special: Special) => Promise<Exchange | undefined>
}

export interface Special {
  readonly what: string
  readonly expectation: Expectation
  readonly known?: Omit<Known, 'resource'>
  readonly body?: JsonObject
}

export function walker(bench: Bench, stock: Stock): Walker {
  const { session, seeded, resource } = bench
  // What has not come in time once is waited for half as long the next time.
  const patienceMs = { ready: session.waitMs, gone: session.waitMs, there: session.waitMs }
  const patiently = async (awaited: keyof typeof patienceMs, isDone: () => Promise<boolean>) => {
    const isInTime = await until(isDone, patienceMs[awaited])
    if (!isInTime) patienceMs[awaited] /= 2
    return isInTime
  }
  const caseId = (what: string) => `walk/${resource.name}/${what}`
  const keep = (one: Case, response: CaseResponse | undefined, known: Omit<Known, 'resource'>) => {
    if (response) session.keep({ case: one, response, known: { resource, ...known } })
  }
  const knownOf = (walked: Walked, step: Step): Omit<Known, 'resource'> => ({
    step,
    id: walked.id,
    sent: walked.sent,
    ...(walked.replaced && { replaced: walked.replaced }),
    before: walked.shown,
    states: walked.states,
  })
  const about: Walker['about'] = async (walked, operation, { what, expectation, known, body }) => {
    const plain = requestFor(walked, operation, what)
    const own = body ? updateCase(bench, walked, { body, caseId: plain.id }) : plain
    return session.exchange({ ...own, expectation }, known && { resource, ...known })
  }
  const requestFor = (walked: Walked, operation: Resource['get'], what: string) =>
    itemCase(bench, operation, { id: walked.id, name: walked.name, caseId: caseId(what) })
  const poll = async (
    walked: Walked,
    what: string,
    isDone: (response: CaseResponse, now: Walked) => boolean,
    awaited: 'ready' | 'gone',
  ) => {
    const one: Case = { ...requestFor(walked, resource.get, what), expectation: { kind: 'permitted' } }
    let now = walked
    let last: CaseResponse | undefined
    const done = await patiently(awaited, async () => {
      last = await session.aside(one)
      if (!last || session.isOver()) return true
      const seen = knownOf(now, 'read')
      now = last.status === 200 ? seenIn(resource, now, last) : now
      keep(one, last, seen)
      return isDone(last, now)
    })
    if (!done || (awaited === 'ready' && hasFailed(resource, now.shown)))
      keep(one, last, { ...knownOf(now, 'read'), awaited })
    return { now, isDone: done }
  }
  return {
    create: async (label, body, choosesId = true) => {
      const [id, name] = [choosesId ? seeded.uuid(`walk ${label}`) : '', seeded.name(`walk ${label}`)]
      const one = createWith(bench, { id, name, body, caseId: caseId(`create-${label}`) })
      if (!one) return undefined
      const sent = sentBody(one) ?? {}
      const isChosen = choosesId && resource.idIsChosen
      const exchange = await session.exchange(one, { resource, step: 'create', sent, ...(isChosen && { id }) })
      stock.note(exchange?.response, sent)
      if (!exchange || exchange.response.status > 299) return undefined
      const shown = shownIn(resource, parsedText(exchange.response.text))
      const given = isChosen ? id : idIn(resource, shown)
      const states = [{ state: stateIn(resource, shown), since: 'create' as const }]
      return given === undefined ? undefined : { label, id: given, name, sent, shown, states }
    },
    createAgain: async (walked, body) => {
      const again = createWith(bench, {
        id: walked.id,
        name: walked.name,
        body,
        caseId: caseId(`create-${walked.label}-again`),
      })
      const known = { ...knownOf(walked, 'duplicate'), resource }
      if (again) await session.exchange({ ...again, expectation: { kind: 'permitted' } }, known)
    },
    read: async (walked, when) => {
      const one = requestFor(walked, resource.get, `read-${walked.label}-${when}`)
      let response: CaseResponse | undefined
      // What was just created may not be known everywhere yet.
      await patiently('there', async () => {
        response = await session.aside(one)
        return response?.status !== 404 || session.isOver()
      })
      keep(one, response, knownOf(walked, 'read'))
      return response?.status === 200 ? seenIn(resource, walked, response) : walked
    },
    untilReady: async (walked, when) => {
      if (!resource.lifecycle?.ready) return walked
      const isOver = (_: CaseResponse, now: Walked) => isReady(resource, now.shown) || hasFailed(resource, now.shown)
      return (await poll(walked, `until-ready-${walked.label}-${when}`, isOver, 'ready')).now
    },
    update: async (walked, body, due = (sent) => sent) => {
      if (!resource.update) return walked
      const one = updateCase(bench, walked, { body, caseId: caseId(`update-${walked.label}`) })
      const sent = due(sentBody(one) ?? {})
      const next = { ...walked, sent, ...(replaces(bench) && { replaced: walked.sent }) }
      const exchange = await session.exchange(one, { resource, ...knownOf(next, 'update') })
      if (!exchange || exchange.response.status > 299) return walked
      return seenIn(resource, { ...next, states: past(next.states) }, exchange.response, 'update')
    },
    updateMistaken: async (walked) => {
      const { update, idMember, idIsChosen } = resource
      if (!update || !idIsChosen) return walked
      const exchange = await about(walked, update, {
        what: 'update-with-another-id',
        expectation: { kind: 'permitted' },
        known: { step: 'touch', id: walked.id },
        body: { ...walked.sent, [idMember]: seeded.uuid('mistaken') },
      })
      if (!exchange || exchange.response.status > 299) return walked
      return seenIn(resource, { ...walked, states: past(walked.states) }, exchange.response, 'update')
    },
    remove: async (walked) => {
      if (!resource.remove) return walked
      const one = requestFor(walked, resource.remove, `delete-${walked.label}`)
      stock.drop(walked.id)
      const exchange = await session.exchange(one, { resource, ...knownOf(walked, 'delete') })
      if (!exchange || exchange.response.status > 299) return walked
      const state = stateIn(resource, shownIn(resource, parsedText(exchange.response.text)))
      return { ...walked, states: [...past(walked.states), { state, since: 'delete' as const }] }
    },
    untilGone: async (walked) => {
      const isGone = ({ status }: CaseResponse) => status >= 400 && status < 500
      return (await poll(walked, `until-gone-${walked.label}`, isGone, 'gone')).isDone
    },
    about,
  }
}

function seenIn(
  resource: Resource,
  walked: Walked,
  { text }: CaseResponse,
  since = walked.states.at(-1)?.since ?? 'create',
): Walked {
  const shown = shownIn(resource, parsedText(text))
  return { ...walked, shown, states: [...walked.states, { state: stateIn(resource, shown), since }] }
}

/** The states, as seen before a change that follows. */
function past(states: readonly SeenState[]): SeenState[] {
  return states.map(({ state }) => ({ state, since: 'earlier' }))
}
