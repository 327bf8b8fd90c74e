/** What goes wrong with one answer. */
export type FaultKind =
  | { readonly name: 'status'; readonly status: number; readonly retryAfter: string | undefined }
  | { readonly name: 'reset' | 'truncate' | 'stall' | 'html' }

export interface Fault {
  readonly latencyMs?: number
  readonly kind?: FaultKind
}

/** A request carries one in this header. */
export const faultHeader = 'x-sandbox-fault'

/** How a fault is written; told to whoever writes it differently. */
export const faultForms =
  'latency=MS and one of status=400…599 (;retry-after=SECONDS), reset, truncate, stall and html, separated by a comma'

/** The longest wait that a timer of the engine holds. */
export const longestMs = 2_147_483_647

/** Reads `latency=50,status=503;retry-after=2` and the like; undefined for what is none of the forms. */
export function parseFault(text: string): Fault | undefined {
  const parts = text.split(',').map((part) => parsePart(part.trim()))
  const known = parts.filter((part) => part !== undefined)
  const isTwice = known.filter(({ kind }) => kind).length > 1 || known.filter(({ kind }) => !kind).length > 1
  return known.length < parts.length || isTwice ? undefined : Object.assign({}, ...known)
}

function parsePart(text: string): Fault | undefined {
  const [, latency] = /^latency=(\d{1,10})$/.exec(text) ?? []
  if (latency !== undefined) return Number(latency) <= longestMs ? { latencyMs: Number(latency) } : undefined
  const [, status, retryAfter] = /^status=([45]\d\d)(?: *; *retry-after=(\d{1,9}))?$/.exec(text) ?? []
  if (status !== undefined) return { kind: { name: 'status', status: Number(status), retryAfter } }
  if (text === 'reset' || text === 'truncate' || text === 'stall' || text === 'html') return { kind: { name: text } }
  return undefined
}
