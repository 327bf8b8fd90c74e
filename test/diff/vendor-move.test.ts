import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { readModel } from '../../src/document/read-model.ts'
import { root } from '../workspace.ts'
import { vendorMove } from './vendor-move.ts'

async function modelOf(month: string) {
  const { bundle, warnings } = await readDocument(join(root, `test/fixtures/vendor-move/${month}.yaml`))
  expect(warnings).toEqual([])
  return readModel(bundle)
}

const may = await modelOf('may')
const june = await modelOf('june')

/** Whether an answer of getGateway with this state is valid. */
function isAnswer(model: typeof may, status: unknown): boolean {
  const [response] = model.operations.find(({ operationId }) => operationId.endsWith('_GetGateway'))?.responses ?? []
  const schema = response?.content[0]?.schema ?? false
  return schemaRules(model).violations(schema, { gateway: { status: { status } } }).length === 0
}

describe('the move of the published document', () => {
  test('is between documents with the same operations', () => {
    const ids = may.operations.map(({ operationId }) => operationId)
    expect(june.operations.map(({ operationId }) => operationId)).toEqual(ids)
    expect(ids).toHaveLength(6)
    const named = vendorMove.flatMap(({ operation }) => operation ?? [])
    expect([...new Set(named)].sort()).toEqual([...ids].sort())
  })

  test('turns numbers into names', () => {
    expect([isAnswer(may, 2), isAnswer(may, 'STATUS_READY')]).toEqual([true, false])
    expect([isAnswer(june, 2), isAnswer(june, 'STATUS_READY')]).toEqual([false, true])
  })

  test('lists each thing once', () => {
    const keys = vendorMove.map(({ what, operation, side }) => `${operation} ${side} ${what}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
