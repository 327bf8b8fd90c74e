import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import type { Change } from '../../src/diff/change.ts'
import { compareDocuments } from '../../src/diff/compare-documents.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { readModel } from '../../src/document/read-model.ts'
import { root } from '../workspace.ts'
import { asRevision } from './revisions.ts'
import { type Move, vendorMove } from './vendor-move.ts'

async function readMonth(month: string) {
  const { bundle, warnings } = await readDocument(join(root, `test/fixtures/vendor-move/${month}.yaml`))
  expect(warnings).toEqual([])
  return { bundle, model: readModel(bundle) }
}

const months = { may: await readMonth('may'), june: await readMonth('june') }
const [may, june] = [months.may.model, months.june.model]

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

  test('is found, each thing of it for the operations that it is about, and nothing else', async () => {
    const { changes } = await compareDocuments(asRevision(months.may.bundle), asRevision(months.june.bundle))
    const wire = changes.filter(({ audience }) => audience === 'wire')
    const isSide = ({ where }: Change, side: string) =>
      where.some((place) => (side === 'document' ? /security|server/.test(place) : place.startsWith(side)))
    const isAbout = (change: Change, { what, operation, side, wire: rating }: Move) =>
      change.rating === rating &&
      (operation === undefined || change.operations.includes(operation)) &&
      isSide(change, side) &&
      (side === 'document' || change.message.includes(what.split('.').at(-1) ?? what))
    expect(vendorMove.filter((move) => !wire.some((change) => isAbout(change, move)))).toEqual([])
    const untold = wire.filter(
      (change) => change.rating === 'breaking' && !vendorMove.some((move) => isAbout(change, move)),
    )
    expect(untold).toEqual([])
  })
})
