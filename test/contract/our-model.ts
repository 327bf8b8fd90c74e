import { join } from 'node:path'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import type { Operation } from '../../src/document/model.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { readModel } from '../../src/document/read-model.ts'
import { root } from '../workspace.ts'

/** Our document, read once for the tests of the suite. */
export const { bundle } = await readDocument(join(root, 'spec/openapi.yaml'))
export const model = readModel(bundle)
export const rules = schemaRules(model)

export function operationNamed(operationId: string): Operation {
  const operation = model.operations.find((one) => one.operationId === operationId)
  if (!operation) throw new Error(`The document has no ${operationId}`)
  return operation
}
