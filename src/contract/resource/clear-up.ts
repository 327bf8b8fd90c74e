import { valueUnder } from '../../document/json.ts'
import type { Case, CaseResponse } from '../case.ts'
import { parsedText } from '../check.ts'
import { inParallel } from '../in-parallel.ts'
import { idIn, isDeleting, shownIn, stateIn } from './answers.ts'
import { listedItems } from './listed-items.ts'
import type { Resource } from './resource.ts'
import { type Bench, itemCase, readCase, type Stock, until } from './stock.ts'

/** What a run has made and could not remove. */
export interface Left {
  readonly id: string
  /** What was sent to remove it. */
  readonly remove: Case
}

/** Removes what a run has made. Answers what could not be removed; where there is no delete nothing is tried. */
export async function clearUp(bench: Bench, stock: Stock): Promise<readonly Left[]> {
  if (!bench.resource.remove) return []
  const doubtful = stock.doubtful()
  const found = await ownInList(bench, new Set([...doubtful, ...stock.refused()])).catch(() => [])
  const there = await thereOf(bench, doubtful).catch(() => [])
  if (stock.unknown() > 0 && found.length === 0) noteUnknown(bench, stock.unknown())
  return removeAll(bench, new Set([...stock.made(), ...found, ...there]))
}

function noteUnknown({ resource, session, seeded }: Bench, count: number): void {
  const what = `${count} creates had no answer that can be read, and the list shows none`
  session.note(`${resource.name}: ${what}; what they made may be there, called ${seeded.prefix}…`)
}

/** Those that can be read. Nothing more is asked where one is not answered. */
async function thereOf(bench: Bench, ids: Iterable<string>): Promise<string[]> {
  const { resource, session } = bench
  const there: string[] = []
  let isSilent = false
  await inParallel(ids, 8, async (id) => {
    if (isSilent) return
    const response = await session.aside(readCase(bench, { id, name: '' }, `clear/${resource.name}/${id}`))
    if (response === undefined) isSilent = true
    else if (response.status < 300) there.push(id)
  })
  return there
}

/** Removes some of what a run has made, as far as there is a delete. Answers what could not be removed. */
export async function removeAll(bench: Bench, ids: Iterable<string>): Promise<readonly Left[]> {
  const { resource, session } = bench
  const operation = resource.remove
  if (!operation) return []
  const left: Left[] = []
  let isSilent = false
  const silently = () => {
    isSilent = true
    return false
  }
  await inParallel(ids, 8, async (id) => {
    const remove = itemCase(bench, operation, { id, name: '', caseId: `clear/${resource.name}/${id}` })
    // Where one could not be removed in time, the others are asked for once; where nobody answers, not at all.
    const waitMs = left.length > 0 ? 0 : session.waitMs
    const isRemoved = !isSilent && (await removed(bench, { id, remove }, waitMs).catch(silently))
    if (!isRemoved && !(isSilent && isDeleted(bench, id))) left.push({ id, remove })
  })
  return left
}

/** What bears the run's own names or identifiers: also that whose creation was refused, or never answered. */
async function ownInList(bench: Bench, own: ReadonlySet<string>): Promise<string[]> {
  const { resource, seeded } = bench
  const { nameMember, specification } = resource
  const items = await listedItems(bench, 'clear/list')
  return items.flatMap((item) => {
    const id = idIn(resource, item)
    const name = nameMember && valueUnder(item, [...specification, nameMember])
    return id !== undefined && (own.has(id) || String(name).startsWith(seeded.prefix)) ? id : []
  })
}

/** A service may refuse to remove what it is still creating, so this asks again; and it looks whether it is going or gone. */
async function removed(bench: Bench, { id, remove }: Left, waitMs: number): Promise<boolean> {
  const { resource, session } = bench
  const read = readCase(bench, { id, name: '' }, remove.id)
  let isAccepted = false
  return until(async () => {
    const status = isAccepted ? 204 : ((await session.aside(remove))?.status ?? 0)
    isAccepted = status >= 200 && status <= 299
    if (!isAccepted) return status === 404
    const seen = await session.aside(read)
    return seen !== undefined && isGoing(resource, seen)
  }, waitMs)
}

/** Whether a delete of it was accepted during the run. */
function isDeleted({ resource, session }: Bench, id: string): boolean {
  return session.exchanges.some(
    ({ case: one, response, known }) =>
      one.operation === resource.remove && response.status < 300 && known?.id?.toLowerCase() === id,
  )
}

function isGoing(resource: Resource, { status, text }: CaseResponse): boolean {
  if (status >= 400) return status < 500
  return isDeleting(resource, stateIn(resource, shownIn(resource, parsedText(text))))
}
