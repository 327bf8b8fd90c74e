import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { canonical } from '../../src/document/canonical.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { root, runScript, temporaryFolder } from '../workspace.ts'
import { applyOverlay } from './apply-overlay.ts'

const june = join(root, 'test/fixtures/vendor-move/june.yaml')
const may = join(root, 'test/fixtures/vendor-move/may.yaml')

test('the command says which operations there are, and writes the overlay that leads to the published document', async () => {
  const file = join(temporaryFolder(), 'overlay.yaml')
  const { code, stdout, stderr } = await runScript('upstream', [june, '--overlay', file, '--format', 'github'])
  expect(stderr).toContain('6 operations kept, 0 of ours missing there, 0 new there.')
  expect(code).toBe(1)
  expect(stdout).toContain('name: maxLength 38 → none')
  const ours = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8'))
  const theirs = applyOverlay(ours, parse(readFileSync(file, 'utf8')), 'deep')
  expect(JSON.stringify(canonical(theirs))).toBe(JSON.stringify((await readDocument(june)).bundle))
})

test('the command names what only one of the two has', async () => {
  const file = join(temporaryFolder(), 'theirs.yaml')
  const moved = readFileSync(june, 'utf8').replace(
    '  /v1alpha1/inference/gateways/parameters:',
    '  /v1alpha1/inference/gateways/options:',
  )
  writeFileSync(file, moved)
  const { code, stderr } = await runScript('upstream', [file])
  expect(code).toBe(1)
  expect(stderr).toContain('6 operations kept, 1 of ours missing there, 1 new there.')
  expect(stderr).toContain('missing there: GET /v1alpha1/inference/gateways/parameters\n')
  expect(stderr).toContain('new there: GET /v1alpha1/inference/gateways/options\n')
})

test('the command compares any two documents, keeps to the paths that it is told, and is content with equals', async () => {
  const equal = await runScript('upstream', [may, '--spec', may, '--paths', '/v1alpha1'])
  expect(equal.code).toBe(0)
  expect(equal.stdout).toContain('says the same as')
  const moved = await runScript('upstream', [june, '--spec', may])
  expect(moved.code).toBe(1)
  const [report = '', actions = ''] = moved.stdout.split('\noverlay: ')
  expect(report).toContain('bodyBasedRouting.apiType: type integer → string')
  expect(parse(`overlay: ${actions}`).actions.length).toBeLessThan(25)
})

const refused: [string, readonly string[], string][] = [
  ['no document', [], 'takes one file or URL'],
  ['two documents', [june, may], 'takes one file or URL'],
  ['a prefix that is no path', [june, '--paths', 'v1'], 'begin it with a slash'],
  ['a prefix that no path has', [june, '--paths', '/v9'], 'no path below /v9'],
  ['a file that is not there', ['none.yaml'], 'there is no such file'],
  ['http to another host', ['http://example.com/a.yaml'], 'use https'],
]
test.each(refused)('the command cannot run with %s', async (_, args, why) => {
  const { code, stdout, stderr } = await runScript('upstream', args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(why)
})

test('the command writes nothing where it cannot', async () => {
  const file = join(temporaryFolder(), 'none', 'overlay.yaml')
  const { code, stderr } = await runScript('upstream', [june, '--overlay', file])
  expect(code).toBe(2)
  expect(stderr).toContain(`--overlay ${file} cannot be written`)
  expect(existsSync(file)).toBe(false)
})
