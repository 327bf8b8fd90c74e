import { describe, expect, test } from 'vitest'
import { diff } from '../../src/diff/diff.ts'
import type { DiffReport } from '../../src/diff/diff-report.ts'
import { brokenUses, usesFolder } from '../../src/diff/uses/broken-uses.ts'
import { documentUses } from '../../src/diff/uses/document-uses.ts'
import { ours } from '../../src/generate/options.ts'
import { generate } from '../../src/generate/pipeline.ts'
import { repository } from '../git-repository.ts'
import { asRevision, ourDocument } from './revisions.ts'

/** What is said of an edit of our document, with code compiled and mocks called. */
async function edited(from: string, to: string): Promise<DiffReport> {
  const { spec, commit, edit } = repository()
  commit('2026-05-06', 'v0.1.0')
  edit(from, to)
  const base = { name: 'v0.1.0', commit: 'v0.1.0', isRelease: true }
  return (await diff({ spec, base })).report
}

describe('what was written for the last release', () => {
  test('compiles no more where a body needs more, and the new mock refuses it', { timeout: 120_000 }, async () => {
    const { changes, trials } = await edited('required: [name, zones]', 'required: [id, name, zones]')
    const types = changes.filter(({ audience }) => audience === 'types')
    expect(types).not.toEqual([])
    expect(types.map(({ message }) => message).join()).toContain("Property 'id' is missing")
    expect(types.flatMap(({ operations }) => operations)).toContain('createGateway')
    expect(types.flatMap(({ where }) => where)).toContain('the sample of createGateway')
    const cell = (client: string, mock: string) =>
      trials?.exchanges.find((one) => one.client === client && one.mock === mock)
    expect(cell('base', 'base')).toMatchObject({ failed: [] })
    expect(cell('revision', 'revision')).toMatchObject({ failed: [] })
    expect(cell('revision', 'base')).toMatchObject({ failed: [] })
    expect(cell('base', 'revision')?.failed.map(({ operationId }) => operationId)).toContain('createGateway')
    expect(cell('base', 'revision')?.failed.map(({ operationId }) => operationId)).not.toContain('getGateway')
  })

  test('compiles no more where a property of an answer is gone', { timeout: 120_000 }, async () => {
    const { changes } = await edited(
      '        endpoints:\n          type: array',
      '        urls:\n          type: array',
    )
    const types = changes.filter(({ audience }) => audience === 'types')
    expect(types.flatMap(({ where }) => where)).toContain(
      'reading ["gateway"]?.["status"]?.["endpoints"] of getGateway',
    )
  })

  test('compiles still where only texts changed, and all of it is worth compiling', { timeout: 120_000 }, async () => {
    const { changes, trials, bump } = await edited('summary: List gateways', 'summary: List all gateways')
    expect([changes, bump]).toEqual([[], 'patch'])
    expect(trials?.uses).toBeGreaterThan(100)
    expect(trials?.broken).toBe(0)
    expect(trials?.exchanges.map(({ failed }) => failed)).toEqual([[], [], [], []])
  })
})

test('what this package builds on its generated files is compiled, too', { timeout: 120_000 }, async () => {
  const { files } = await generate({ spec: ours.spec, out: ours.out })
  const changed = new Map(
    [...files].map(([name, text]) => [name, text.replaceAll('CreateGatewayRequestBody', 'CreateBody')]),
  )
  const uses = documentUses(asRevision(ourDocument), usesFolder).slice(0, 1)
  const { changes } = brokenUses({ uses, base: files, revision: changed, isOurs: true })
  const broken = changes.flatMap(({ where }) => where)
  expect(broken.some((name) => name.startsWith('src/gateways/'))).toBe(true)
})
