import { join } from 'node:path'
import type { Measure } from '../../src/contract/check.ts'
import { casesFor } from '../../src/contract/plan.ts'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import { contextOf } from '../../src/contract/strategy.ts'
import type { Operation } from '../../src/document/model.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { readModel } from '../../src/document/read-model.ts'
import { root } from '../workspace.ts'

/** Our document, read once for the tests of the suite. */
export const { bundle } = await readDocument(join(root, 'spec/openapi.yaml'))
export const model = readModel(bundle)
export const rules = schemaRules(model)
export const context = {
  ...contextOf(model, rules, 1),
  offers: new Map([['getGatewayParameters#/zones', ['US-EAST-04A', 'US-WEST-01A']]]),
}
export const measure: Measure = { model, rules, secrets: ['contract-token', 'contract-secret-value'] }

/** The cases that a mock, or a service that knows its tokens and its offers, is sent. */
export const mockCases = casesFor(context, { mock: true, token: false, offers: false })
export const serviceCases = casesFor(context, { mock: false, token: true, offers: true })

export function operationNamed(operationId: string): Operation {
  const operation = model.operations.find((one) => one.operationId === operationId)
  if (!operation) throw new Error(`The document has no ${operationId}`)
  return operation
}
