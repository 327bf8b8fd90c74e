import { expect, test } from 'vitest'
import { runScript } from '../workspace.ts'

test('the bench prints medians, peak memory and the ratio of a pair', async () => {
  const { code, stdout } = await runScript('bench', ['--only', 'generate', '--runs', '1'])
  expect(stdout).toMatch(/^ {2}our document, everything: \d+\.\d\d s, \d+ MiB$/m)
  expect(stdout).toMatch(/^ {2}openapi-typescript, types alone: \d+\.\d\d s, \d+ MiB$/m)
  expect(stdout.match(/^ {2}ratio, pair by pair: \d+\.\d\d /gm)).toHaveLength(2)
  expect(code).toBe(0)
})

test('the bench refuses a row that it does not have, and a count that is none', async () => {
  expect(await runScript('bench', ['--only', 'nothing'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('use one of generate'),
  })
  expect(await runScript('bench', ['--runs', '0'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is no count'),
  })
})
