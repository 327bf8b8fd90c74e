import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packed } from '../../scripts/common/tarball.ts'
import { outcomeFrom } from '../../scripts/runtimes/program-output.ts'
import type { Outcome } from '../../scripts/runtimes/row.ts'
import { failures, table } from '../../scripts/runtimes/table.ts'
import { run, runScript, temporaryFolder } from '../workspace.ts'

/** Packing compiles, and installing asks npm; a busy machine takes its time. */
const patienceMs = 180_000

const allPassed = /^node-24 +24\.\d+\.\d+ +(\d+)\/\1 +\d+\.\d s$/m

test(
  'the packed package does in this engine all that the program tries',
  async () => {
    const { code, stdout, stderr } = await runScript('runtimes', ['--only', 'node-24'])
    expect([code, stderr]).toEqual([0, 'node-24 …\n'])
    expect(stdout).toMatch(/^runtime +version +passed +time$/m)
    expect(stdout).toMatch(allPassed)
  },
  patienceMs,
)

test(
  'a package that follows redirects fails, and is told so',
  async () => {
    const tarball = await tarballWith('dist/package/src/client/attempt.js', "redirect: 'manual'", "redirect: 'follow'")
    const { code, stdout, stderr } = await runScript('runtimes', ['--only', 'node-24', '--tarball', tarball])
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^FAIL node-24: \. a redirect is not followed: /m)])
    expect(stdout).not.toMatch(allPassed)
  },
  patienceMs,
)

/** The package with one text in one file replaced, packed again. */
async function tarballWith(file: string, text: string, replacement: string): Promise<string> {
  const folder = temporaryFolder()
  expect(await run('tar', ['-xzf', await packed(folder), '-C', folder])).toMatchObject({ code: 0 })
  const target = join(folder, 'package', file)
  const before = readFileSync(target, 'utf8')
  expect(before).toContain(text)
  writeFileSync(target, before.replaceAll(text, replacement))
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', join(folder, 'package')]
  const { stdout } = await run('npm', args, { cwd: join(folder, 'package') })
  return join(folder, 'package', JSON.parse(stdout)[0].filename)
}

test('a row that there is not, and a tarball that there is not, are refused', async () => {
  expect(await runScript('runtimes', ['--only', 'nothing'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('use one of node-20, '),
  })
  expect(await runScript('runtimes', ['--only', 'node-24', '--tarball', 'nothing.tgz'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no tarball'),
  })
})

describe('what the program says', () => {
  const list = JSON.stringify([{ name: 'a', ok: true, detail: '' }])
  const whole = { code: 0, stdout: list, stderr: '', silentMs: 10 }
  const failed = (said: typeof whole | { code: null }) =>
    failures({ name: 'node', seconds: 1, outcome: outcomeFrom('v24.1.0', { ...whole, ...said }) })

  test('is its list, and that it ends', () => {
    expect(outcomeFrom('v24.1.0', whole)).toMatchObject({ version: '24.1.0', checks: [{ name: 'a' }, { ok: true }] })
  })

  test.each([
    ['has to be killed', { code: null }],
    ['ends late', { ...whole, silentMs: 9_000 }],
    ['ends with an error', { ...whole, code: 1 }],
  ])('does not hold where the process %s', (_, said) => {
    expect(failed(said)).toMatchObject([{ name: 'nothing is left that keeps the process' }])
  })

  test.each(['', '[]', 'null', 'Segmentation fault', '[{}]'])('is no list: %s', (stdout) => {
    expect(() => outcomeFrom('', { ...whole, stdout, stderr: 'no such symbol' })).toThrow('no such symbol')
  })
})

test('the table says what was tried where, and why not', () => {
  const check = { name: 'a', detail: '' }
  const tried: Outcome = {
    version: '1.4.5',
    checks: [
      { ...check, ok: true },
      { ...check, ok: false },
    ],
  }
  const results = [
    { name: 'bun', outcome: tried, seconds: 1.25 },
    { name: 'deno', outcome: { skipped: 'deno has no binary for linux riscv64' }, seconds: 0 },
  ]
  expect(table(results).split('\n')).toEqual([
    'runtime  version  passed   time',
    'bun      1.4.5    1/2      1.3 s',
    'deno     -        skipped  deno has no binary for linux riscv64',
    '',
  ])
})
