import { acceptedCase } from '../accepted-case.ts'
import type { Case, CaseResponse } from '../case.ts'
import { parsedText } from '../check.ts'
import { lifecycleBackwards } from '../checks/lifecycle-backwards.ts'
import { readyWithoutUrls } from '../checks/ready-without-urls.ts'
import { specificationNotKept } from '../checks/specification-not-kept.ts'
import { wrongList } from '../checks/wrong-list.ts'
import { wrongTimestamps } from '../checks/wrong-timestamps.ts'
import type { Known } from '../known.ts'
import { parameterKey } from '../request.ts'
import type { Session } from '../session.ts'
import { idIn, momentIn, shownIn } from './answers.ts'
import { unitOf } from './moments.ts'
import { type Bench, itemCase, until } from './stock.ts'
import type { Walked } from './walker.ts'

interface Listing {
  readonly listed?: readonly Walked[]
  readonly unlisted?: readonly Walked[]
}

/** A list that has to hold some of the walk's resources, with what they were last given, and not others. */
export async function list(
  { context, session, resource }: Bench,
  what: string,
  { listed = [], unlisted = [] }: Listing,
): Promise<void> {
  const one = resource.list && acceptedCase(context, resource.list, `walk/${resource.name}/${what}`)
  if (!one) return
  const byId = <T>(of: (walked: Walked) => T) =>
    new Map(listed.map((each) => [each.id.toLowerCase(), of(each)] as const))
  await settledList({ context, session }, one, {
    resource,
    step: 'list',
    ...listing({ listed, unlisted }),
    contents: byId(({ sent }) => sent),
    shown: byId(({ shown }) => shown),
    seen: byId(({ states }) => states),
  })
}

/** A list may lag behind what it lists, and not for long. */
const mostLagMs = 3000
/** What a list that lags behind may fail. */
const lagging = [wrongList, specificationNotKept, lifecycleBackwards, readyWithoutUrls, wrongTimestamps]
const inVain = new WeakSet<Session>()

/** Asks for a list until it holds what it has to. Where that was in vain once, the others are asked for once. */
export async function settledList(
  { context, session }: Pick<Bench, 'context' | 'session'>,
  one: Case,
  known: Known,
): Promise<void> {
  const measure = { ...context, secrets: [] }
  let response: CaseResponse | undefined
  const isDone = async () => {
    response = await session.aside(one)
    if (!response || session.isOver()) return true
    const exchange = { case: one, response, known }
    return lagging.every((check) => check.judge(exchange, measure).length === 0)
  }
  if (!(await until(isDone, inVain.has(session) ? 0 : Math.min(session.waitMs, mostLagMs)))) inVain.add(session)
  if (response) session.keep({ case: one, response, known })
}

function listing({ listed = [], unlisted = [] }: Listing): Pick<Known, 'listed' | 'unlisted'> {
  return { listed: listed.map(({ id }) => id), unlisted: unlisted.map(({ id }) => id) }
}

/** The list asked for what was updated after a moment: long ago, in days to come, and between two updates. */
export async function filters(bench: Bench, later: Walked, earlier: Walked): Promise<void> {
  const { updatedAfter, updatedAt } = bench.resource
  if (!updatedAfter) return
  const [from, to] = [momentIn(earlier.shown, updatedAt), momentIn(later.shown, updatedAt)]
  const filter = (what: string, moment: string, wanted: Listing) =>
    filtered(bench, { what, moment, ...wanted }, earlier)
  await filter('list-updated-after-long-ago', '2000-01-01T00:00:00Z', { listed: [later, earlier] })
  await filter('list-updated-after-days-to-come', '2100-01-01T00:00:00Z', { unlisted: [later, earlier] })
  // What is shown may have been cut to the unit, so the earlier one may be as late as a unit after it.
  const lastOfEarlier = from + unitOf(updatedAt, earlier)
  if (!(to - lastOfEarlier >= 2)) {
    const reason = (await doubtAbout(bench, earlier)) ?? `${updatedAt?.at(-1)} does not show which was the last`
    return note(bench, `was not tried between two updates: ${reason}`)
  }
  const between = new Date(Math.floor((lastOfEarlier + to) / 2))
  await filter('list-updated-after-the-other', between.toISOString(), { listed: [later], unlisted: [earlier] })
  await filter('list-updated-after-in-another-zone', inAnotherZone(between), { listed: [later], unlisted: [earlier] })
}

/** A list of what was updated does not hold either what is gone. */
export async function filterGone(bench: Bench, left: Walked, gone: Walked): Promise<void> {
  const wanted = { what: 'list-updated-gone', moment: '2000-01-01T00:00:00Z', listed: [left], unlisted: [gone] }
  if (bench.resource.updatedAfter) await filtered(bench, wanted, left)
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
  const one = acceptedCase(context, operation, `walk/${resource.name}/${what}`, { parameters })
  const response = one && (await session.aside(one))
  if (!response) return
  // The service may have changed the witness itself meanwhile; then the answer proves nothing.
  const doubt = await doubtAbout({ context, session, resource }, witness)
  if (doubt !== undefined) note({ session, resource }, `was tried in vain: ${doubt}`)
  const known = { resource, step: 'filter' as const, ...listing(wanted) }
  session.keep({ case: one, response, ...(doubt === undefined && { known }) })
}

function note({ session, resource }: Pick<Bench, 'session' | 'resource'>, what: string): void {
  session.note(`${resource.name}: the filter ${resource.updatedAfter?.name} ${what}`)
}

/** Why one is no longer as it was last seen; undefined where it is. */
async function doubtAbout(
  { context, session, resource }: Pick<Bench, 'context' | 'session' | 'resource'>,
  one: Walked,
): Promise<string | undefined> {
  const read = itemCase({ context, resource }, resource.get, {
    id: one.id,
    name: one.name,
    caseId: `walk/${resource.name}/witness`,
  })
  const response = await session.aside(read)
  const shown = shownIn(resource, parsedText(response?.text ?? ''))
  if (idIn(resource, shown) === undefined) return 'what it is about cannot be read'
  const [was, is] = [momentIn(one.shown, resource.updatedAt), momentIn(shown, resource.updatedAt)]
  const member = resource.updatedAt?.at(-1)
  if (Number.isNaN(was) || Number.isNaN(is)) return `${member} shows no moment`
  return was === is ? undefined : `${member} moved by itself`
}
