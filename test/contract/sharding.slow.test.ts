import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, run, temporaryFolder } from '../workspace.ts'

const config = 'src/contract/vitest/vitest.config.ts'
const env = { CONTRACT_SPEC: join(root, 'test/fixtures/documents/multi-file/openapi.yaml') }

const vitest = (...args: readonly string[]) =>
  run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config, ...args], { env })

/** The names of all tests in a JSON report. */
function names(file: string): string[] {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
  return testResults.flatMap(({ assertionResults }: { assertionResults: { fullName: string }[] }) =>
    assertionResults.map(({ fullName }) => fullName),
  )
}

test('four shards of the suite as vitest tests, merged, are the whole suite: each case once', async () => {
  const folder = temporaryFolder()
  const blobs = join(folder, 'blobs')
  mkdirSync(blobs)
  const report = (name: string) => ['--reporter=json', `--outputFile=${join(folder, name)}`]
  const shard = (index: number) =>
    vitest(`--shard=${index}/4`, '--reporter=blob', `--outputFile=${join(blobs, `${index}.json`)}`)
  const [whole, ...shards] = await Promise.all([vitest(...report('whole.json')), ...[1, 2, 3, 4].map(shard)])
  const merged = await vitest(`--merge-reports=${blobs}`, ...report('merged.json'))
  expect([whole.code, merged.code, ...shards.map(({ code }) => code)]).toEqual([0, 0, 0, 0, 0, 0])
  const all = names(join(folder, 'whole.json'))
  expect(new Set(all).size).toBe(all.length)
  expect(all).toContain('every operation, status and rule has a case')
  expect(all.filter((name) => name.startsWith('example/')).length).toBeGreaterThan(0)
  expect(names(join(folder, 'merged.json')).sort()).toEqual(all.sort())
})
