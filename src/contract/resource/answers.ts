import { valueUnder } from '../../document/json.ts'
import type { Exchange } from '../case.ts'
import { parsedBody } from '../check.ts'
import type { Known } from '../known.ts'
import type { Resource } from './resource.ts'

/** The answer to a request about a resource, where it was a success that can be read. */
export interface ResourceAnswer {
  readonly known: Known
  /** The resource that the answer shows, or undefined when it shows none. */
  readonly shown: unknown
}

/** What an exchange shows of one resource; undefined when it was about none, was refused, or cannot be read. */
export function resourceAnswer(exchange: Exchange, ...steps: readonly Known['step'][]): ResourceAnswer | undefined {
  const { known, response } = exchange
  if (!known || response.status < 200 || response.status > 299 || !steps.includes(known.step)) return undefined
  const body = parsedBody(exchange)
  return body instanceof Error ? undefined : { known, shown: shownIn(known.resource, body) }
}

export function shownIn({ inAnswer }: Resource, body: unknown): unknown {
  return valueUnder(body, inAnswer)
}

/** The items of a list's answer; an empty list may be left out. */
export function itemsIn({ inList }: Resource, body: unknown): readonly unknown[] {
  const items = valueUnder(body, inList)
  return Array.isArray(items) ? items : []
}

/** A resource in a list's answer. */
export interface ListedItem {
  readonly shown: unknown
  /** Empty where it shows none. */
  readonly id: string
  /** From the body to the item. */
  readonly at: readonly string[]
}

export function listedIn(resource: Resource, exchange: Exchange): ListedItem[] {
  return itemsIn(resource, parsedBody(exchange)).map((shown, index) => ({
    shown,
    id: idIn(resource, shown) ?? '',
    at: [...resource.inList, String(index)],
  }))
}

/** Where a resource holds what was sent. */
export function specificationIn({ specification }: Resource, shown: unknown): unknown {
  return valueUnder(shown, specification)
}

/** In lower case: the two spellings of a UUID are one identifier. */
export function idIn(resource: Resource, shown: unknown): string | undefined {
  const id = valueUnder(specificationIn(resource, shown), [resource.idMember])
  return typeof id === 'string' || typeof id === 'number' ? String(id).toLowerCase() : undefined
}

export function stateIn({ lifecycle }: Resource, shown: unknown): string | number | undefined {
  const state = lifecycle && valueUnder(shown, [...lifecycle.at, lifecycle.state])
  return typeof state === 'string' || typeof state === 'number' ? state : undefined
}

export function urlsIn({ lifecycle }: Resource, shown: unknown): readonly unknown[] {
  const urls = lifecycle?.urls && valueUnder(shown, [...lifecycle.at, lifecycle.urls])
  return Array.isArray(urls) ? urls : []
}

/** A moment in milliseconds; NaN when there is none. */
export function momentIn(shown: unknown, tokens: readonly string[] | undefined): number {
  return tokens ? Date.parse(String(valueUnder(shown, tokens))) : Number.NaN
}

/**
 * Whether it can be used. What the numbers of an enum mean is not in the document, so behind a number the URLs decide.
 */
export function isReady(resource: Resource, shown: unknown): boolean {
  const state = stateIn(resource, shown)
  return typeof state === 'number'
    ? urlsIn(resource, shown).length > 0
    : state !== undefined && state === resource.lifecycle?.ready
}

export function isDeleting({ lifecycle }: Resource, state: string | number | undefined): boolean {
  return state !== undefined && state === lifecycle?.deleting
}

/** Whether it will not become ready by itself. */
export function hasFailed(resource: Resource, shown: unknown): boolean {
  return resource.lifecycle?.failed.includes(String(stateIn(resource, shown))) ?? false
}
