import { acceptedCase } from '../accepted-case.ts'
import { boundCreate, boundItem, isAboutMember, ofItsLength, sentBody } from '../bind.ts'
import { type Case, isDueToWork } from '../case.ts'
import { inParallel } from '../in-parallel.ts'
import type { Task } from '../task.ts'
import { clearUp, type Left, removeAll } from './clear-up.ts'
import { type Bench, type Made, readCase, type Stock, stockOf } from './stock.ts'
import { replaces } from './update-case.ts'
import { type Rest, walk } from './walk.ts'
import { settledList } from './walk-lists.ts'

/** What a run does with one resource of a target that keeps state. */
export interface ResourceWork {
  /** Begins the walk, before anything else is sent. */
  readonly begin: () => Promise<void>
  /** The rest of the walk. */
  readonly walk: Task
  readonly isAbout: (one: Case) => boolean
  readonly send: (one: Case) => Promise<void>
  readonly aftermath: () => Promise<void>
  /** Removes what the run has made. Answers what could not be removed. */
  readonly clear: () => Promise<readonly Left[]>
}

/**
 * Every case about a resource gets one to act on: creates an identifier of their own, updates and deletes that are due to
 * work one that was made for them, all else one that they share, and that must be as before in the end.
 */
export function resourceWork(bench: Bench): ResourceWork {
  const { resource, session } = bench
  const stock = stockOf(bench)
  const refused = new Map<string, string>()
  const spared = new Map<string, string>()
  let rest: Rest = async () => {}
  const shared = once(async () => {
    const made = await stock.make(`setup/${resource.name}/shared`)
    return made && stock.ready(made)
  })
  const work: Work = { bench, stock, shared, refused, spared }
  session.relieve(resource.create, () => makeRoom(work))
  const own = [resource.create, resource.get, resource.update, resource.remove]
  return {
    begin: async () => {
      rest = await walk(bench, stock)
    },
    walk: { id: `walk/${resource.name}`, run: () => rest() },
    isAbout: ({ operation }) => own.includes(operation),
    send: (one) => send(work, one),
    aftermath: () => lookBehind(work),
    clear: () => clearUp(bench, stock),
  }
}

interface Work {
  readonly bench: Bench
  readonly stock: Stock
  readonly shared: () => Promise<Made | undefined>
  /** Case ids by the identifier and the name of what a refused create would have made. */
  readonly refused: Map<string, string>
  /** Case ids by the identifier of what a refused delete was about. */
  readonly spared: Map<string, string>
}

async function send(work: Work, one: Case): Promise<void> {
  const { resource } = work.bench
  const isUndocumented = one.expectation.kind === 'undocumented'
  if (one.operation === resource.create && !isUndocumented) return sendCreate(work, one)
  if (one.operation === resource.update && isDueToWork(one)) return sendUpdate(work, one)
  // A delete that is wrongly done must not take the shared one with it.
  if (one.operation === resource.remove && !isUndocumented) return sendToOwn(work, one)
  return sendToShared(work, one)
}

async function sendCreate({ bench, stock, refused }: Work, one: Case): Promise<void> {
  const { context, session, seeded, resource } = bench
  const bound = boundCreate(context, resource, one, { id: seeded.uuid(one.id), name: seeded.name(one.id) })
  const sent = sentBody(bound)
  const id = sent?.[resource.idMember]
  const isDue = one.expectation.kind !== 'refused' && sent !== undefined
  const known = isDue ? { resource, step: 'create' as const, sent, ...(typeof id === 'string' && { id }) } : undefined
  const exchange = await session.exchange(bound, known)
  const made = stock.note(exchange?.response, sent)
  if (made !== undefined) stock.finish(made)
  if (!exchange || exchange.response.status < 400) return
  if (typeof id === 'string') refused.set(id.toLowerCase(), one.id)
  // Where the service has chosen another identifier, it is known by its name.
  const name = resource.nameMember === undefined ? undefined : sent?.[resource.nameMember]
  if (typeof name === 'string' && name.startsWith(seeded.prefix)) refused.set(name, one.id)
}

async function sendUpdate(work: Work, one: Case): Promise<void> {
  const { context, session, seeded, resource } = work.bench
  const { nameMember } = resource
  const name = nameMember === undefined ? undefined : sentBody(one)?.[nameMember]
  // The name is what the resource is called: where the case is about it, the resource gets that name first.
  const isAboutName = isAboutMember(one, nameMember) && typeof name === 'string'
  const made = await work.stock.make(one.id, isAboutName ? ofItsLength(name, seeded.name(one.id)) : undefined)
  if (!made) return
  await work.stock.ready(made)
  const bound = boundItem(context, resource, one, made)
  const sent = sentBody(bound)
  const before = replaces(work.bench) ? { replaced: made.sent } : {}
  await session.exchange(bound, sent && { resource, step: 'update', id: made.id, sent, ...before })
  work.stock.finish(made.id)
}

async function sendToOwn(work: Work, one: Case): Promise<void> {
  const { context, session, resource } = work.bench
  const made = await work.stock.make(one.id)
  if (!made) return
  if (isDueToWork(one)) await work.stock.ready(made)
  // Whether it was deleted or not, it is no longer sure to be there.
  work.stock.drop(made.id)
  const known = { resource, step: 'delete' as const, id: made.id }
  const exchange = await session.exchange(boundItem(context, resource, one, made), known)
  const isSpared = one.expectation.kind === 'refused' && exchange && exchange.response.status >= 400
  if (isSpared) work.spared.set(made.id.toLowerCase(), one.id)
}

async function sendToShared(work: Work, one: Case): Promise<void> {
  const { context, session, resource } = work.bench
  const made = await work.shared()
  if (!made) return sendAboutNone(work, one)
  const isRead = one.operation === resource.get && one.expectation.kind === 'accepted'
  const known = isRead ? { resource, step: 'read' as const, id: made.id, sent: made.sent } : undefined
  await session.exchange(boundItem(context, resource, one, made), known)
}

/** What is to be refused is, also where there is none; all else has nothing to be about. */
async function sendAboutNone({ bench: { session } }: Work, one: Case): Promise<void> {
  if (!isDueToWork(one)) await session.exchange(one)
}

/** Where the service has no room for more: removes what no case needs any more. */
async function makeRoom(work: Work): Promise<boolean> {
  const spared = [...work.spared.keys()]
  await lookAtSpared(work)
  const idle = [...work.stock.takeFinished(), ...spared]
  await removeAll(work.bench, idle)
  return idle.length > 0
}

/** Looks at whether what refused deletes were about is there; each is looked at once. */
async function lookAtSpared({ bench, spared }: Work): Promise<void> {
  const { session, resource } = bench
  const all = [...spared]
  spared.clear()
  await inParallel(all, 8, async ([id, caseId]) => {
    const read = readCase(bench, { id, name: '' }, `aftermath/${resource.name}/${caseId}`)
    await session.exchange(read, { resource, step: 'aftermath', sparedBy: caseId })
  })
}

/** Looks for what refused creates left behind, and at whether refused requests did something to what they were about. */
async function lookBehind(work: Work): Promise<void> {
  const { context, session, resource } = work.bench
  const all = resource.list && acceptedCase(context, resource.list, `aftermath/${resource.name}/list`)
  const known = { resource, step: 'aftermath' as const, refused: work.refused, listed: work.stock.standing() }
  if (all) await settledList(work.bench, all, known)
  await lookAtSpared(work)
  const made = await work.shared()
  if (!made) return
  const read = readCase(work.bench, made, `aftermath/${resource.name}/read`)
  await session.exchange(read, { resource, step: 'aftermath', before: made.shown })
}

/** The promise of the first call, to all who ask. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
