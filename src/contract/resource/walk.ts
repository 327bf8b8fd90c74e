import type { JsonObject } from '../../document/json.ts'
import { isReady } from './answers.ts'
import { nextMoment } from './moments.ts'
import type { Bench, Stock } from './stock.ts'
import { replaces } from './update-case.ts'
import { bodies, smallest, switched, unswitched, withOtherItems, withSwitchesOf } from './walk-bodies.ts'
import { filterGone, filters, list } from './walk-lists.ts'
import { type Walked, type Walker, walker } from './walker.ts'

/** The rest of a walk, once its beginning is made. */
export type Rest = () => Promise<void>

/**
 * Leads two resources through their lives, side by side: create, read, list, create again, update, read, list by moment,
 * delete, gone. What each step does must show in the next one, and in the other resource nothing. The beginning wants the
 * service for itself, so that the two are the newest in the list.
 */
export async function walk(bench: Bench, stock: Stock): Promise<Rest> {
  const steps = walker(bench, stock)
  const { small, full } = bodies(bench)
  if (!small || !full) return async () => {}
  const [first, second] = [await steps.create('a', small), await steps.create('b', full)]
  if (first && second) await list(bench, 'list-once-created', { listed: [first, second] })
  return async () => {
    const plain = replaces(bench) ? unswitched(bench, full) : undefined
    const [third] = await Promise.all([nameless(bench, steps, plain ?? small), strangers(bench, steps, first)])
    const like = plain && third && { plain, made: third }
    if (first && second) await lives(bench, steps, { first, second, full, ...(like && { like }) })
    if (third) stock.finish(third.id)
  }
}

interface Beginning {
  readonly first: Walked
  readonly second: Walked
  readonly full: JsonObject
  /** The full body, but for its switches, and one that was made with it. */
  readonly like?: Like
}

interface Like {
  readonly plain: JsonObject
  readonly made: Walked
}

async function lives(bench: Bench, steps: Walker, { first, second, full, like }: Beginning): Promise<void> {
  let [a, b] = await Promise.all([steps.read(first, 'once-created'), steps.read(second, 'once-created')])
  if (bench.resource.idIsChosen) {
    await steps.createAgain(a, full)
    a = await steps.read(a, 'created-again')
  }
  ;[a, b] = await Promise.all([steps.untilReady(a, 'once-created'), steps.untilReady(b, 'once-created')])
  ;[a, b] = await Promise.all([steps.read(a, 'once-ready'), steps.read(b, 'once-ready')])
  if (bench.resource.update) [a, b] = await updates(bench, steps, { a, b, body: full })
  if (like) b = await plainUpdate(bench, steps, b, { body: full, like })
  await removal(bench, steps, a, b)
}

async function updates(
  bench: Bench,
  steps: Walker,
  { a, b, body }: { readonly a: Walked; readonly b: Walked; readonly body: JsonObject },
): Promise<[Walked, Walked]> {
  const { resource } = bench
  // First, so that it is older than the update that follows, whatever the service makes of it.
  const touched = await steps.untilReady(await steps.updateMistaken(b), 'touched')
  await nextMoment(resource.updatedAt, a)
  const one = await steps.read(await steps.update(a, body), 'updated')
  const other = await steps.read(touched, 'other-updated')
  await list(bench, 'list-updated', { listed: [one, other] })
  const ready = await steps.untilReady(one, 'updated')
  const steady = await steps.read(other, 'before-filter')
  await filters(bench, ready, steady)
  return [await emptyUpdate(bench, steps, await switchedUpdate(bench, steps, ready, body)), steady]
}

/** The same update with every switch the other way: false is what a service easily takes for nothing. */
async function switchedUpdate(bench: Bench, steps: Walker, one: Walked, body: JsonObject): Promise<Walked> {
  const other = switched(bench, body)
  if (!other) return one
  const read = await updateAgain(bench, steps, { ...one, label: `${one.label}-switched` }, other)
  return { ...(await steps.untilReady(read, 'updated')), label: one.label }
}

/**
 * The same contents without the switches: an update that stands for the whole leaves none as it was, but as they are in
 * one that was made without them.
 */
async function plainUpdate(
  bench: Bench,
  steps: Walker,
  one: Walked,
  { body, like: { plain, made } }: { readonly body: JsonObject; readonly like: Like },
): Promise<Walked> {
  const model = await steps.read(made, 'before-plain-update')
  // What is not ready may not show yet what it comes to.
  const isSettled = ({ shown }: Walked) => !bench.resource.lifecycle?.ready || isReady(bench.resource, shown)
  if (!isSettled(model) || !isSettled(one)) return one
  const due = withSwitchesOf(bench, body, model.shown)
  return { ...(await updateAgain(bench, steps, { ...one, label: `${one.label}-plain` }, plain, due)), label: one.label }
}

/**
 * A second update, back to little: nothing of what the first one brought may be left, but for the lists that an update adds
 * to, which get other items.
 */
async function emptyUpdate(bench: Bench, steps: Walker, one: Walked): Promise<Walked> {
  const small = smallest(bench, bench.resource.update)
  if (!small) return one
  const body = withOtherItems(bench, small, one.sent)
  return { ...(await updateAgain(bench, steps, { ...one, label: `${one.label}-back` }, body)), label: one.label }
}

/** One more update, later than the last one, and a look at what came of it. */
async function updateAgain(
  bench: Bench,
  steps: Walker,
  one: Walked,
  body: JsonObject,
  due?: (sent: JsonObject) => JsonObject,
): Promise<Walked> {
  await nextMoment(bench.resource.updatedAt, one)
  return steps.read(await steps.update(one, body, due), 'updated')
}

async function removal(bench: Bench, steps: Walker, first: Walked, second: Walked): Promise<void> {
  const { resource } = bench
  if (!resource.remove) return
  // A service may refuse to remove what it is still changing.
  const [a, b] = await Promise.all([
    steps.untilReady(first, 'before-delete'),
    steps.untilReady(second, 'before-delete'),
  ])
  const removed = await steps.remove(a)
  if (resource.update) {
    // Whatever comes of it, what is being deleted does not come back.
    await steps.about(a, resource.update, { what: 'update-deleting', expectation: { kind: 'permitted' }, body: a.sent })
  }
  if (await steps.untilGone(removed)) {
    const refused = { kind: 'refused' as const, because: 'it was deleted', about: 'request' as const }
    await steps.about(a, resource.get, { what: 'read-gone', expectation: refused, known: { step: 'gone', id: a.id } })
    if (resource.update)
      await steps.about(a, resource.update, { what: 'update-gone', expectation: refused, body: a.sent })
    await list(bench, 'list-gone', { listed: [b], unlisted: [a] })
    await filterGone(bench, b, a)
    await steps.about(a, resource.remove, { what: 'delete-gone', expectation: { kind: 'permitted' } })
  }
  await steps.read(b, 'other-gone')
  await steps.untilGone(await steps.remove(b))
}

/** Without an identifier of the caller's, the service gives one under which it can be read. */
async function nameless({ resource }: Bench, steps: Walker, body: JsonObject): Promise<Walked | undefined> {
  const one = resource.idIsChosen ? await steps.create('c', body, false) : undefined
  return one && steps.read(one, 'once-created')
}

/** What never was cannot be read, changed or deleted. */
async function strangers({ resource, seeded }: Bench, steps: Walker, like: Walked | undefined): Promise<void> {
  if (!like) return
  const stranger: Walked = { ...like, label: 'stranger', id: seeded.uuid('stranger') }
  const expectation = {
    kind: 'refused' as const,
    because: 'there is none with the identifier',
    about: 'request' as const,
  }
  await steps.about(stranger, resource.get, { what: 'read-stranger', expectation })
  if (resource.update)
    await steps.about(stranger, resource.update, { what: 'update-stranger', expectation, body: like.sent })
  if (resource.remove) await steps.about(stranger, resource.remove, { what: 'delete-stranger', expectation })
}
