import type { Model } from '../document/model.ts'
import type { Case } from './case.ts'
import type { SchemaRules } from './schema-rules.ts'
import { type ValidRequests, validRequests } from './valid-requests.ts'

/** What a strategy has to work with. */
export interface Context {
  readonly model: Model
  readonly rules: SchemaRules
  readonly requests: ValidRequests
}

export function contextOf(model: Model, rules: SchemaRules): Context {
  return { model, rules, requests: validRequests(model, rules) }
}

/** Produces cases from the model; the same model gives the same cases in the same order. */
export interface Strategy {
  readonly id: string
  readonly cases: (context: Context) => Case[]
  /** True when the cases ask the target for a certain answer, which only a mock can give. */
  readonly needsMock: boolean
}
