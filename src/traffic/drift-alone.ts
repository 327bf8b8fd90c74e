import { valueUnder } from '../document/json.ts'
import { jsonIn } from './find-secrets.ts'
import { textOf } from './recorded.ts'
import type { Remark } from './remark.ts'

/** Rules of drift that ask what ours ask of every call, and answer it with less care. */
const asked = /^Undocumented (endpoint|server)|does not satisfy documented OpenAPI security/

/**
 * What drift alone says: not what ours says of the same place, or asks of every call, and nothing of a value that drift saw
 * a mark of, or of a body that was not recorded.
 */
export function saidByDriftAlone(
  drift: readonly Remark[],
  ours: readonly Remark[],
  undocumentedNames: ReadonlySet<string>,
): Remark[] {
  const byEntry = Map.groupBy(ours, ({ entry }) => entry.index)
  return drift.filter((remark) => {
    if (asked.test(remark.message) || isAboutMark(remark) || isAboutMissing(remark)) return false
    const [, name] = /^Undocumented query parameter in traffic: "(.*?)"/.exec(remark.message) ?? []
    if (name !== undefined && undocumentedNames.has(name)) return false
    return !byEntry.get(remark.entry.index)?.some((own) => isSamePlace(own, remark))
  })
}

function isAboutMark({ got = '', entry, side, pointer = '#' }: Remark): boolean {
  const body = side === 'request' ? entry.request.body : entry.response?.body
  const value = valueUnder(jsonIn(body ? textOf(body) : ''), pointer.split('/').slice(1))
  return typeof value === 'string' ? value.includes('***') : got.includes('***')
}

function isAboutMissing({ message, entry }: Remark): boolean {
  return message === 'Missing required request body' && entry.request.body.kind === 'not-recorded'
}

/** Ours tells a broken choice once, where it stands; drift tells every branch of it, deeper down. */
function isSamePlace(own: Remark, { side, pointer = '#' }: Remark): boolean {
  if (own.side !== side) return false
  const [one, other] = [`${own.pointer ?? '#'}/`, `${pointer}/`]
  return own.pointer === undefined ? pointer === '#' : one.startsWith(other) || other.startsWith(one)
}
