import { setTimeout as sleep } from 'node:timers/promises'
import { isObject, type JsonObject, valueUnder } from '../../document/json.ts'
import type { Operation } from '../../document/model.ts'
import { replaced } from '../bind.ts'
import type { Case } from '../case.ts'
import { parsedText } from '../check.ts'
import type { Known } from '../known.ts'
import { places } from '../open-schema.ts'
import { jsonBody, parameterKey, requestText } from '../request.ts'
import { idIn, momentIn, shownIn } from './answers.ts'
import { hintsOf } from './hints.ts'
import { type Bench, itemCase, type Stock } from './stock.ts'
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
  const { small, full, other } = bodies(bench)
  if (!small || !full) return async () => {}
  const [first, second] = [await steps.create('a', small), await steps.create('b', full)]
  if (first && second) await list(bench, 'list-once-created', { listed: [first, second] })
  return async () => {
    await Promise.all([nameless(bench, steps, small), strangers(bench, steps, first)])
    if (first && second) await lives(bench, steps, { first, second, full, other: other ?? full })
  }
}

interface Beginning {
  readonly first: Walked
  readonly second: Walked
  readonly full: JsonObject
  readonly other: JsonObject
}

async function lives(bench: Bench, steps: Walker, { first, second, full, other }: Beginning): Promise<void> {
  let [a, b] = await Promise.all([steps.read(first, 'once-created'), steps.read(second, 'once-created')])
  if (bench.resource.idIsChosen) {
    await steps.createAgain(a, other)
    a = await steps.read(a, 'created-again')
  }
  ;[a, b] = await Promise.all([steps.untilReady(a, 'once-created'), steps.untilReady(b, 'once-created')])
  if (bench.resource.update) a = await updates(bench, steps, { a, b, body: full })
  await removal(bench, steps, a, b)
}

async function updates(
  bench: Bench,
  steps: Walker,
  { a, b, body }: { readonly a: Walked; readonly b: Walked; readonly body: JsonObject },
): Promise<Walked> {
  const { resource } = bench
  await nextMoment(resource.updatedAt, a)
  const [updated] = await Promise.all([steps.update(a, body), mistaken(bench, steps, b)])
  const one = await steps.read(updated, 'updated')
  await steps.read(b, 'other-updated')
  await list(bench, 'list-updated', { listed: [one, b] })
  const ready = await steps.untilReady(one, 'updated')
  await filters(bench, ready, await steps.read(b, 'before-filter'))
  const emptied = await emptyUpdate(bench, steps, ready)
  return emptied
}

/**
 * A second update, back to little: nothing of what the first one brought may be left, but for the lists that an update adds
 * to, which get other items.
 */
async function emptyUpdate(bench: Bench, steps: Walker, one: Walked): Promise<Walked> {
  const small = smallest(bench, bench.resource.update)
  if (!small) return one
  await nextMoment(bench.resource.updatedAt, one)
  const updated = await steps.update({ ...one, label: `${one.label}-back` }, withOtherItems(bench, small, one.sent))
  return { ...(await steps.read(updated, 'updated')), label: one.label }
}

/** An update whose body names another resource than its path: whatever the service does, it is the path that counts. */
async function mistaken({ resource, seeded }: Bench, steps: Walker, one: Walked): Promise<void> {
  const { update, idParameter, idIsChosen } = resource
  if (!update || !idIsChosen) return
  const body = { ...one.sent, [idParameter.name]: seeded.uuid('mistaken') }
  const known = { step: 'touch' as const, id: one.id }
  await steps.about(one, update, { what: 'update-with-another-id', expectation: { kind: 'permitted' }, body, known })
}

async function removal(bench: Bench, steps: Walker, a: Walked, b: Walked): Promise<void> {
  const { resource } = bench
  if (!resource.remove) return
  const removed = await steps.remove(a)
  if (await steps.untilGone(removed)) {
    const refused = { kind: 'refused' as const, because: 'it was deleted', about: 'request' as const }
    await steps.about(a, resource.get, { what: 'read-gone', expectation: refused, known: { step: 'gone', id: a.id } })
    if (resource.update)
      await steps.about(a, resource.update, { what: 'update-gone', expectation: refused, body: a.sent })
    await list(bench, 'list-gone', { listed: [b], unlisted: [a] })
    await steps.about(a, resource.remove, { what: 'delete-gone', expectation: { kind: 'permitted' } })
  }
  await steps.read(b, 'other-gone')
  await steps.untilGone(await steps.remove(b))
}

/** Without an identifier of the caller's, the service gives one under which it can be read. */
async function nameless({ resource }: Bench, steps: Walker, body: JsonObject): Promise<void> {
  if (!resource.idIsChosen) return
  const one = await steps.create('c', body, false)
  if (one) await steps.read(one, 'once-created')
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

interface Listing {
  readonly listed?: readonly Walked[]
  readonly unlisted?: readonly Walked[]
}

async function list(
  { context, session, resource }: Bench,
  what: string,
  { listed = [], unlisted = [] }: Listing,
): Promise<void> {
  const parts = resource.list && context.requests(resource.list)?.parts
  if (!resource.list || !parts) return
  const id = `walk/${resource.name}/${what}`
  const one: Case = {
    id,
    operation: resource.list,
    request: requestText(resource.list, parts),
    expectation: { kind: 'accepted' },
    covers: [],
  }
  const contents = new Map(listed.map((walked) => [walked.id.toLowerCase(), walked.sent] as const))
  await session.exchange(one, { resource, step: 'list', ...listing({ listed, unlisted }), contents })
}

function listing({ listed = [], unlisted = [] }: Listing): Pick<Known, 'listed' | 'unlisted'> {
  return { listed: listed.map(({ id }) => id), unlisted: unlisted.map(({ id }) => id) }
}

/** The list asked for what was updated after a moment: long ago, in days to come, and between two updates. */
async function filters(bench: Bench, later: Walked, earlier: Walked): Promise<void> {
  const { updatedAfter, updatedAt } = bench.resource
  if (!updatedAfter) return
  const [from, to] = [momentIn(earlier.shown, updatedAt), momentIn(later.shown, updatedAt)]
  const filter = (what: string, moment: string, wanted: Listing) =>
    filtered(bench, { what, moment, ...wanted }, earlier)
  await filter('list-updated-after-long-ago', '2000-01-01T00:00:00Z', { listed: [later, earlier] })
  await filter('list-updated-after-days-to-come', '2100-01-01T00:00:00Z', { unlisted: [later, earlier] })
  // What is shown may have been cut to the unit, so the earlier one may be as late as a unit after it.
  const lastOfEarlier = from + unitOf(updatedAt, earlier)
  if (!(to - lastOfEarlier >= 2)) return
  const between = new Date(Math.floor((lastOfEarlier + to) / 2))
  await filter('list-updated-after-the-other', between.toISOString(), { listed: [later], unlisted: [earlier] })
  await filter('list-updated-after-in-another-zone', inAnotherZone(between), { listed: [later], unlisted: [earlier] })
}

/** The same moment as a clock two hours to the east shows it. */
function inAnotherZone(moment: Date): string {
  return new Date(moment.getTime() + 2 * 3_600_000).toISOString().replace('Z', '+02:00')
}

async function filtered(
  { context, session, resource }: Bench,
  { what, moment, ...wanted }: Listing & { readonly what: string; readonly moment: string },
  witness: Walked,
): Promise<void> {
  const { list: operation, updatedAfter } = resource
  const parts = operation && context.requests(operation)?.parts
  if (!operation || !parts || !updatedAfter) return
  const parameters = new Map([...parts.parameters, [parameterKey(updatedAfter), moment]])
  const request = requestText(operation, { ...parts, parameters })
  const one: Case = {
    id: `walk/${resource.name}/${what}`,
    operation,
    request,
    expectation: { kind: 'accepted' },
    covers: [],
  }
  const response = await session.aside(one)
  if (!response) return
  // The service may have changed the witness itself meanwhile; then the answer proves nothing.
  const isSteady = await stands({ context, session, resource }, witness)
  session.keep({ case: one, response, ...(isSteady && { known: { resource, step: 'filter', ...listing(wanted) } }) })
}

async function stands(
  { context, session, resource }: Pick<Bench, 'context' | 'session' | 'resource'>,
  one: Walked,
): Promise<boolean> {
  const read = itemCase({ context, resource }, resource.get, {
    id: one.id,
    name: one.name,
    caseId: `walk/${resource.name}/witness`,
  })
  const response = await session.aside(read)
  const shown = shownIn(resource, parsedText(response?.text ?? ''))
  return (
    idIn(resource, shown) !== undefined &&
    momentIn(shown, resource.updatedAt) === momentIn(one.shown, resource.updatedAt)
  )
}

/** Waits until a change cannot fall into the same moment as the last one, as finely as the service shows moments. */
async function nextMoment(tokens: readonly string[] | undefined, one: Walked): Promise<void> {
  if (tokens) await sleep(2 * unitOf(tokens, one) + 8)
}

/** The unit in which a service shows moments, in milliseconds: a second where there is no fraction. */
function unitOf(tokens: readonly string[] | undefined, { shown }: Walked): number {
  return /\.\d*[1-9]/.test(tokens ? String(valueUnder(shown, tokens)) : '') ? 1 : 1000
}

function bodies({ context, resource }: Bench) {
  const bySize = valid(context.requests, resource.create)
  return { small: bySize[0], full: bySize.at(-1), other: bySize.find((body) => !isLike(body, bySize[0])) }
}

/** The body with other items in each list of the one before that an update adds to. */
function withOtherItems(
  { context: { model }, resource: { update } }: Bench,
  body: JsonObject,
  before: JsonObject,
): JsonObject {
  const schema = (update && jsonBody(update)?.schema) ?? true
  const added = [...places(model, [schema], before)].filter(({ flat }) => hintsOf(flat).onUpdate === 'merge')
  const whole = added.reduce<unknown>((made, { tokens, value }) => {
    const items = Array.isArray(value)
      ? value.map((item) => (typeof item === 'string' ? `other.${item}` : item))
      : value
    return replaced(made, tokens, items)
  }, body)
  return isObject(whole) ? whole : body
}

function smallest({ context }: Bench, operation: Operation | undefined): JsonObject | undefined {
  return operation && valid(context.requests, operation)[0]
}

function valid(requests: Bench['context']['requests'], operation: Operation): JsonObject[] {
  const all = (requests(operation)?.bodies ?? []).filter(isObject)
  return [...all].sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length)
}

function isLike(body: JsonObject, other: JsonObject | undefined): boolean {
  return (
    Object.keys(body).sort().join() ===
    Object.keys(other ?? {})
      .sort()
      .join()
  )
}
