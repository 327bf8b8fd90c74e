import { isObject, objectsIn, pointerTokens, textAt } from '../../document/json.ts'
import type { Model } from '../../document/model.ts'
import { CannotRunError } from '../../report/cannot-run-error.ts'
import { type FlatSchema, keyword } from '../flat-schema.ts'

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

const keyName = 'x-contract'
const names = ['creating', 'updating', 'ready', 'deleting'] as const

/** The hints on any part of a schema. */
export function hintsOf(flat: FlatSchema): Hints {
  const written = keyword(flat, keyName)
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
  const own = names.map((name) => [name, textAt(written, name)] as const).filter(([, value]) => value !== undefined)
  const urls = textAt(written, 'urls')
  return {
    state,
    ...Object.fromEntries(own),
    ...(urls !== undefined && { urls }),
    failed: [written.failed ?? []].flat().map(String),
  }
}

/**
 * Refuses a hint that nobody would understand: a misspelt one would otherwise be a check that silently is not made.
 *
 * @throws {CannotRunError} that names every one
 */
export function requireKnownHints(model: Model): void {
  const schemas = { named: model.schemas, operations: model.operations }
  const wrong = [...objectsIn(schemas)].flatMap((schema) => (keyName in schema ? problems(model, schema[keyName]) : []))
  if (wrong.length === 0) return
  throw new CannotRunError(
    `The document has hints for the contract suite that mean nothing: ${[...new Set(wrong)].join('; ')}.`,
  )
}

function problems(model: Model, written: unknown): string[] {
  if (!isObject(written)) return [`${keyName}: ${JSON.stringify(written)} is no object`]
  return Object.entries(written).flatMap(([name, value]) => {
    if (isUnderstood(model, name, value)) return []
    return [`${keyName}: { ${name}: ${JSON.stringify(value)} } (use ${forms[name] ?? Object.values(forms).join('; ')})`]
  })
}

const forms: { readonly [name: string]: string } = {
  valuesFrom: 'valuesFrom: OPERATION_ID#/POINTER',
  ignoreCase: 'ignoreCase: true',
  onUpdate: 'onUpdate: replace or merge',
  lifecycle: `lifecycle: { state: PROPERTY, and any of ${names.join(', ')}, failed: NAMES, urls: PROPERTY }`,
}

function isUnderstood(model: Model, name: string, value: unknown): boolean {
  switch (name) {
    case 'valuesFrom':
      return typeof value === 'string' && model.operations.some((one) => value.startsWith(`${one.operationId}#/`))
    case 'ignoreCase':
      return typeof value === 'boolean'
    case 'onUpdate':
      return value === 'replace' || value === 'merge'
    case 'lifecycle':
      return isObject(value) && textAt(value, 'state') !== undefined && Object.entries(value).every(isLifecyclePart)
    default:
      return false
  }
}

function isLifecyclePart([name, value]: readonly [string, unknown]): boolean {
  if (name === 'failed') return [value].flat().every((one) => typeof one === 'string')
  return [...names, 'state', 'urls'].includes(name) && typeof value === 'string'
}
