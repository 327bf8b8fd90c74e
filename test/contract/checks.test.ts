import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Check } from '../../src/contract/check.ts'
import { checks } from '../../src/contract/checks.ts'
import { root } from '../workspace.ts'
import { exchangeOf, type Row } from './exchange.ts'
import { measure } from './our-model.ts'

const files = filesIn('src/contract/checks')
const fixtures = filesIn('test/contract/checks')
const members = await Promise.all(
  files.map(async (file) => {
    const own = await import(`../../src/contract/checks/${file}.ts`)
    const check: Check = own[file.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase())]
    const rows: readonly Row[] = fixtures.includes(file) ? (await import(`./checks/${file}.ts`)).rows : []
    return { file, check, rows }
  }),
)

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder)).map((name) => name.replace(/\.ts$/, ''))
}

test('every check is in the list, and no other, and its file is called as what it reports', () => {
  expect(new Set(checks)).toEqual(new Set(members.map(({ check }) => check)))
  expect(members.map(({ check }) => check.id)).toEqual(files)
})

test('every fixture belongs to a check', () => {
  expect(fixtures.filter((fixture) => !files.includes(fixture))).toEqual([])
})

test.each(members)('$file has a row that passes and one that fails', ({ rows }) => {
  expect(rows.some(({ verdicts }) => verdicts.length === 0)).toBe(true)
  expect(rows.some(({ verdicts }) => verdicts.length > 0)).toBe(true)
})

describe.each(members)('$file', ({ check, rows }) => {
  test.each(rows.map((row) => [row.verdicts.length === 0 ? 'passes' : 'reports', row.what, row] as const))(
    '%s %s',
    (_, __, row) => expect(check.judge(exchangeOf(row), row.by ?? measure)).toEqual(row.verdicts),
  )
})
