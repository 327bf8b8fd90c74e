import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { shardSummary } from '../../scripts/contract/shard-summary.ts'
import { root, runScript, temporaryFolder } from '../workspace.ts'

const spec = join(root, 'test/fixtures/documents/multi-file/openapi.yaml')

/** Each shard is a whole vitest run; a busy machine takes its time. */
const patienceMs = 180_000

describe('a suite that is spread over two machines', { timeout: patienceMs }, () => {
  test('is joined with a JUnit report and a summary, and a lost shard is a finding that names it', async () => {
    const folder = temporaryFolder()
    const blobs = join(folder, 'blobs')
    const [junit, summary] = [join(folder, 'junit.xml'), join(folder, 'summary.md')]
    const shard = (one: string) => runScript('contract', ['--spec', spec, '--shard', one, '--blobs', blobs])
    expect((await Promise.all(['1/2', '2/2'].map(shard))).map(({ code }) => code)).toEqual([0, 0])
    const merge = () =>
      runScript('contract', ['--merge', blobs, '--shards', '2', '--report', `junit=${junit}`], {
        env: { GITHUB_STEP_SUMMARY: summary },
      })
    expect(await merge()).toMatchObject({ code: 0 })
    expect(readFileSync(junit, 'utf8')).toContain('every operation, status and rule has a case')
    expect(readFileSync(summary, 'utf8')).toMatch(/^## Contract suite\n\n[1-9]\d* cases passed, 0 failed\.\n$/)

    rmSync(join(blobs, '2.json'))
    const lost = await merge()
    expect([lost.code, lost.stdout]).toEqual([1, expect.stringContaining('Shard 2/2 left no 2.json')])
    expect(readFileSync(summary, 'utf8')).toContain('**Shard 2 is missing')
  })

  test('fails where a shard finds something, and says in the summary what failed', async () => {
    const service = createServer((_, response) => response.end('no JSON')).listen(0, '127.0.0.1')
    onTestFinished(() => void service.close())
    await once(service, 'listening')
    const { port } = service.address() as AddressInfo
    const [blobs, summary] = [join(temporaryFolder(), 'blobs'), join(temporaryFolder(), 'summary.md')]
    const target = ['--target', `http://127.0.0.1:${port}`]
    const { code } = await runScript('contract', ['--spec', spec, ...target, '--shard', '1/1', '--blobs', blobs])
    const env = { GITHUB_STEP_SUMMARY: summary }
    const merged = await runScript('contract', ['--merge', blobs, '--shards', '1'], { env })
    expect([code, merged.code]).toEqual([1, 1])
    expect(readFileSync(summary, 'utf8')).toMatch(/ cases passed, [1-9]\d* failed\.\n- /)
  })

  test('does not begin with a document that cannot be read', async () => {
    const args = ['--spec', 'nowhere.yaml', '--shard', '1/1', '--blobs', join(temporaryFolder(), 'blobs')]
    expect(await runScript('contract', args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no such file'),
    })
  })
})

test.each([
  [['--shard', '1/4'], '--shard needs --blobs DIR'],
  [['--shard', '5/4', '--blobs', 'x'], '--shard 5/4 is no shard'],
  [['--shard', '0/4', '--blobs', 'x'], '--shard 0/4 is no shard'],
  [['--shard', '1/4', '--blobs', 'x', '--target', 'sandbox'], '--shard does not go with --target sandbox'],
  [['--shard', '1/4', '--blobs', 'x', '--strict', '--merge', 'y'], '--shard does not go with --strict, --merge'],
  [['--merge', 'x'], '--merge needs --shards N'],
  [['--merge', 'x', '--shards', '2', '--target', 'prism'], '--merge does not go with --target'],
  [['--merge', 'x', '--shards', '2', '--report', 'html=a.html'], '--merge writes one report'],
  [['--blobs', 'x'], '--blobs goes with --shard I/N alone'],
  [['--shards', '2'], '--shards goes with --merge DIR alone'],
])('%j is refused', async (args, message) => {
  expect(await runScript('contract', args)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) })
})

test('a folder with files of others is not merged', async () => {
  const blobs = join(temporaryFolder(), 'blobs')
  mkdirSync(blobs)
  writeFileSync(join(blobs, 'notes.txt'), '')
  expect(await runScript('contract', ['--merge', blobs, '--shards', '1'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('holds notes.txt'),
  })
})

test('the summary names what failed, and no more than a reader looks through', () => {
  const assertionResults = Array.from({ length: 22 }, (_, index) => ({ status: 'failed', fullName: `case ${index}` }))
  const text = shardSummary(JSON.stringify({ numPassedTests: 3, testResults: [{ assertionResults }] }), [])
  expect(text).toContain('3 cases passed, 22 failed.\n- case 0\n')
  expect(text).toContain('- case 19\n- … and 2 more in the report\n')
})
