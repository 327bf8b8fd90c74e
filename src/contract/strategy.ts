import type { Model } from '../document/model.ts'
import type { Case } from './case.ts'
import type { SchemaRules } from './schema-rules.ts'
import { type ValidRequests, validRequests } from './valid-requests.ts'

/** What a service offers, by the reference that the document gives it. */
export type Offers = ReadonlyMap<string, readonly unknown[]>

/** What a strategy has to work with. */
export interface Context {
  readonly model: Model
  readonly rules: SchemaRules
  readonly requests: ValidRequests
  readonly seed: number
  /** Tells the parts of a run apart that is spread over machines; empty for a whole one. */
  readonly part: string
  /** Empty until the service was asked. */
  readonly offers: Offers
}

export function contextOf(model: Model, rules: SchemaRules, seed = 0, part = ''): Context {
  return { model, rules, requests: validRequests(model, rules), seed, part, offers: new Map() }
}

/** Produces cases from the model; the same model and seed give the same cases in the same order. */
export interface Strategy {
  readonly id: string
  readonly cases: (context: Context) => Case[]
  /**
   * What the target has to be able to do: answer as it is told (a mock), tell a wrong token from a right one, or know
   * which values it offers.
   */
  readonly needs?: 'mock' | 'token' | 'offers'
}
