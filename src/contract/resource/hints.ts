import { type FlatSchema, keyword } from '../../document/flat-schema.ts'
import { isObject, pointerTokens, textAt } from '../../document/json.ts'

/**
 * What a schema cannot say and the suite has to know, written into the document as `x-contract`. All of it is optional:
 * what is not said is not checked.
 */
export interface Hints {
  /** Valid values are those that an operation offers: its operationId and a pointer to a list, such as `getOffer#/zones`. */
  readonly valuesFrom?: Offer
  /** Upper and lower case mean the same. */
  readonly ignoreCase: boolean
  /** Of a request body: it stands for the whole. Of a list inside one: it is added to what is stored. */
  readonly onUpdate?: 'replace' | 'merge'
  readonly lifecycle?: Lifecycle
}

export interface Offer {
  readonly operationId: string
  readonly tokens: readonly string[]
}

/** The states of a resource, on the object that holds them. */
export interface Lifecycle {
  /** The property that holds the state. */
  readonly state: string
  readonly creating?: string
  readonly updating?: string
  readonly ready?: string
  readonly deleting?: string
  readonly failed: readonly string[]
  /** The property beside the state that lists URLs once the state is `ready`. */
  readonly urls?: string
}

export const hintKey = 'x-contract'
/** The states of a lifecycle that have one name each. */
export const stateKeys = ['creating', 'updating', 'ready', 'deleting'] as const

/** The hints on any part of a schema. */
export function hintsOf(flat: FlatSchema): Hints {
  const written = keyword(flat, hintKey)
  const offer = textAt(written, 'valuesFrom')?.split('#')
  const onUpdate = textAt(written, 'onUpdate')
  const lifecycle = isObject(written) ? lifecycleOf(written.lifecycle) : undefined
  return {
    ignoreCase: isObject(written) && written.ignoreCase === true,
    ...(offer && { valuesFrom: { operationId: offer[0] ?? '', tokens: pointerTokens(offer[1] ?? '') } }),
    ...((onUpdate === 'replace' || onUpdate === 'merge') && { onUpdate }),
    ...(lifecycle && { lifecycle }),
  }
}

function lifecycleOf(written: unknown): Lifecycle | undefined {
  const state = textAt(written, 'state')
  if (!isObject(written) || state === undefined) return undefined
  const own = stateKeys.map((name) => [name, textAt(written, name)] as const).filter(([, value]) => value !== undefined)
  const urls = textAt(written, 'urls')
  return {
    state,
    ...Object.fromEntries(own),
    ...(urls !== undefined && { urls }),
    failed: [written.failed ?? []].flat().map(String),
  }
}
