import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { notMeasured } from '../../scripts/bench/measured.ts'
import { rows } from '../../scripts/bench/rows.ts'
import type { Table } from '../../scripts/bench/table.ts'
import { withVersions } from '../../scripts/bench/versions.ts'
import { ownScript } from '../../scripts/common/own-script.ts'
import { root } from '../workspace.ts'

test('a command is started as its npm script starts it, and one that there is not is refused', () => {
  const args = ownScript('generate', '--check')
  expect(args).toContain('--max-semi-space-size=32')
  expect(args.slice(-2)).toEqual([join(root, 'scripts/generate.ts'), '--check'])
  expect(args.filter((word) => word.startsWith(root)).map(existsSync)).toEqual([true, true])
  expect(() => ownScript('bench/growth-cases')).toThrow('package.json has no script bench/growth-cases')
})

test('the first table of a row names the versions of all that it measures', () => {
  const table: Table = { name: 'race', title: 'Race', measures: [], entries: [], notes: ['a note'] }
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const row = { name: 'race', peers: 'validate', packages: ['ajv'], answer: async () => [table] }
  const [first, second] = withVersions(row, [table, table], 'node_modules')
  expect(first?.notes?.[0]).toBe('a note')
  expect(first?.notes?.[1]).toMatch(/^Versions: .*, zod \d+\.\d+\.\d+\b.*\.$/)
  expect(first?.notes?.[1]).toContain(`: ajv ${devDependencies.ajv}, `)
  expect(second).toBe(table)
  expect(withVersions({ name: 'race', answer: async () => [] }, [table], undefined)).toEqual([table])
  const [skipped] = withVersions(row, [table], undefined)
  expect(skipped?.notes?.slice(1)).toEqual([
    'Other peers skipped: they could not be installed.',
    `Versions: ajv ${devDependencies.ajv}.`,
  ])
})

test('what this machine lacks is found in the notes and lines that say so, and a target that has no number', () => {
  const entries = [
    { tool: 'ours', makes: '', cells: [[1]] },
    { tool: 'peer', makes: '', cells: ['skipped: no Chromium'] },
    { tool: 'other', makes: '', cells: ['fails: Error'] },
  ]
  const target = { what: 'time', limit: 1, better: 'less', unit: 's' } as const
  const table: Table = {
    ...{ name: 'race', title: 'Race', measures: [], entries, notes: ['a note', 'Java skipped: none.'] },
    targets: [
      { ...target, measured: 2 },
      { ...target, measured: Number.NaN },
    ],
  }
  expect(notMeasured([table])).toEqual([
    'Race: Java skipped: none.',
    'Race: peer skipped: no Chromium',
    'Race: time: not measured, to be at most 1.00 s: missed',
  ])
})

test('every package that a row names is one of the project', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const named = rows.flatMap(({ packages = [] }) => packages)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !(name in { ...dependencies, ...devDependencies }))).toEqual([])
})
