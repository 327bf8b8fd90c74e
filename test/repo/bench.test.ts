import { expect, test } from 'vitest'
import { runScript } from '../workspace.ts'

test('the bench prints medians, peak memory and the ratio of a pair', async () => {
  const { code, stdout } = await runScript('bench', ['--only', 'generate', '--runs', '1'])
  expect(stdout).toMatch(/^ {2}our document, everything: \d+\.\d\d s, \d+ MiB$/m)
  expect(stdout).toMatch(/^ {2}openapi-typescript, types alone: \d+\.\d\d s, \d+ MiB$/m)
  expect(stdout.match(/^ {2}ratio, pair by pair: \d+\.\d\d /gm)).toHaveLength(2)
  expect(code).toBe(0)
})

test('the bench prints what a call costs beyond bare fetch, and its ratio to openapi-fetch alone', async () => {
  const { code, stdout } = await runScript('bench', ['--only', 'call', '--runs', '1'])
  const cost = String.raw`-?\d+\.\d µs \(-?\d+\.\d to -?\d+\.\d\)`
  const ratio = String.raw`ratio -?\d+\.\d\d \(-?\d+\.\d\d to -?\d+\.\d\d\)`
  const verdict = String.raw`budget 1\.50: (kept|exceeded)`
  expect(stdout).toMatch(line(`bare fetch: ${cost} a call`))
  expect(stdout).toMatch(line(`openapi-fetch alone: ${cost} more`))
  expect(stdout).toMatch(line(`inference-gateways: ${cost} more, ${ratio}, ${verdict}`))
  expect(stdout).toMatch(line(`inference-gateways/bare, .*: ${cost} more, ${ratio}, ${verdict}`))
  expect(stdout).toMatch(line(`(ky: ${cost} more, ${ratio}|ky, axios: skipped, .*)`))
  expect(code).toBe(0)
})

test('the bench prints the bytes of a bundle beside its budget, which is kept, and those that are loaded later', async () => {
  const { code, stdout } = await runScript('bench', ['--only', 'bundle'])
  const bytes = String.raw`\d+\.\d\d kB \([\d,]+ bytes\)`
  const own = (budget: string) => `${bytes}, ${bytes} later; in one file ${bytes}; budget ${budget} bytes\\): kept`
  expect(stdout).toMatch(line(`inference-gateways: ${own(String.raw`14 kB \(14,336`)}`))
  expect(stdout).toMatch(line(`inference-gateways/bare: ${own(String.raw`9 kB \(9,216`)}`))
  expect(stdout).toMatch(line(`openapi-fetch: ${bytes}`))
  expect(stdout).toMatch(line(`(axios: ${bytes}|ky, axios: skipped, .*)`))
  expect(code).toBe(0)
})

function line(pattern: string): RegExp {
  return new RegExp(`^ {2}${pattern}$`, 'm')
}

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
