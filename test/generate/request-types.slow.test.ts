import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { typeErrors } from '../type-errors.ts'
import { root } from '../workspace.ts'

/** One program for all rows: a function for each, so that an error's line leads back to its row. */
const header = `import type { CreateGatewayRequestBody, GetGatewayResponse200, GatewayState, UpdateGatewayRequestBody } from '${root}generated/types.ts'
const id = '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10'
const base = { name: 'demo', zones: ['US-EAST-04A'] }
declare function create(body: CreateGatewayRequestBody): void
declare function update(body: UpdateGatewayRequestBody): void
declare const gateway: NonNullable<GetGatewayResponse200['gateway']>
declare const state: GatewayState
declare function use<T>(value: T): void
`

const refused = [
  'create({ ...base, coreWeaveAuth: {}, weightsAndBiasesAuth: {}, pathBasedRouting: {} })',
  'create({ ...base, pathBasedRouting: {} })',
  'create({ ...base, coreWeaveAuth: {}, pathBasedRouting: {}, bodyBasedRouting: {} })',
  'create({ ...base, coreWeaveAuth: {}, headerBasedRouting: {}, bodyBasedRouting: {} })',
  'create({ ...base, coreWeaveAuth: {} })',
  'create({ ...base, coreWeaveAuth: {}, pathBasedRouting: {}, bodyBasedRouting: {}, headerBasedRouting: {} })',
  'const body = { ...base, coreWeaveAuth: {}, weightsAndBiasesAuth: {}, pathBasedRouting: {} }; create(body)',
  'const body = { ...base, coreWeaveAuth: {} }; create(body)',
  'create({ ...base, weightsAndBiasesAuth: { apiKey: "k" }, pathBasedRouting: {} })',
  'create({ ...base, coreWeaveAuth: undefined, pathBasedRouting: {} })',
  'create({ zones: [], coreWeaveAuth: {}, pathBasedRouting: {} })',
  'create({ name: "demo", coreWeaveAuth: {}, pathBasedRouting: {} })',
  'create({ ...base, coreWeaveAuth: {}, bodyBasedRouting: { apiType: "API_TYPE_OTHER" } })',
  'update({ ...base, coreWeaveAuth: {}, pathBasedRouting: {} })',
  'update({ ...base, id, coreWeaveAuth: {}, weightsAndBiasesAuth: {}, pathBasedRouting: {} })',
  'update({ ...base, id, coreWeaveAuth: {} })',
  'use(gateway.spec?.weightsAndBiasesAuth?.apiKey)',
  'const wrong: GatewayState = true; use(wrong)',
]

/** The rows that do not compile. */
function rowsWithErrors(rows: readonly string[]): string[] {
  const source = header + rows.map((row, index) => `export function row${index}() { ${row} }\n`).join('')
  const file = join(root, 'test/generate/rows.ts')
  const first = header.split('\n').length
  const lines = typeErrors([], new Map([[file, source]])).map((error) => Number(/:(\d+) /.exec(error)?.[1]))
  return rows.filter((_, index) => lines.includes(first + index))
}

describe('the types of requests hold the rules of the document', () => {
  test('what a caller may write compiles', () => {
    const folder = join(root, 'test/uses')
    const files = readdirSync(folder).map((name) => join(folder, name))
    expect(files.length).toBeGreaterThan(1)
    expect(typeErrors(files)).toEqual([])
  })

  test('both authentications, none, two routings, none, and a key without its server do not compile', () => {
    expect(rowsWithErrors(refused)).toEqual(refused)
  })
})
