import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ours } from '../../src/generate/options.ts'
import { root } from '../workspace.ts'
import { type Allowed, brokenRules } from './workflow-rules.ts'

const folder = join(root, '.github/workflows')
const workflows = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const docs = textOf('docs.yml')

/** The only jobs that may write, and what. */
const writes: Record<string, Allowed['writes']> = {
  'docs.yml': { deploy: ['pages', 'id-token'] },
  'regenerate.yml': { propose: ['contents', 'pull-requests'] },
  'release.yml': { publish: ['contents', 'id-token'] },
}

/** Each script that a workflow runs, with its options, and what runs it here. */
const runBy: Record<string, string> = {
  'npm ci': '.ci/run',
  'npm run check': '.ci/run',
  'npm run runtimes': 'test/repo/runtimes.slow.test.ts',
  'npm run runtimes --tarball': 'test/repo/runtimes.slow.test.ts',
  'npm run generate': 'test/generate/check.slow.test.ts',
  'npm run diff --format --output --fail-on': 'test/diff/command.slow.test.ts',
  'npm run docs': 'test/docs/site.slow.test.ts',
  'npm run docs --url': 'test/docs/site.slow.test.ts',
  'npm run contract --seed --shard --blobs': 'test/contract/shards.slow.test.ts',
  'npm run contract --merge --shards --report': 'test/contract/shards.slow.test.ts',
  'npm run contract --spec --target --report': 'test/contract/run.slow.test.ts',
  'npm run contract --spec --target --allow-writes --report': 'test/contract/run.slow.test.ts',
  'npm run contract --spec --target --token-env --report': 'test/contract/run.slow.test.ts',
  'npm run contract --spec --target --token-env --allow-writes --report': 'test/contract/run.slow.test.ts',
  'npm run release': 'test/release/release.slow.test.ts',
  'npm run release --publish --tarball': 'test/release/release.slow.test.ts',
}

const allowed = (name: string): Allowed => ({
  scripts: Object.keys(manifest.scripts),
  writes: writes[name] ?? {},
})

function textOf(file: string): string {
  return workflows.find(([name]) => name === file)?.[1] ?? ''
}

function runLines(text: string): string[] {
  const jobs: { steps: { run?: string }[] }[] = Object.values(parse(text).jobs)
  return jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run?.trim().split('\n') ?? []))
}

/** The script and the names of its options, each once. */
function withoutValues(line: string): string {
  const [command = '', options = ''] = line.split(' -- ')
  return [command, ...new Set(options.match(/--[\w-]+/g))].join(' ')
}

test.each(workflows)('%s keeps every rule', (name, text) => {
  expect(brokenRules(text, allowed(name))).toEqual([])
})

test.each(workflows)('%s runs nothing that is not run here too', (_, text) => {
  const lines = runLines(text).filter((line) => !/^exit [01]$/.test(line))
  for (const line of lines) {
    expect(Object.keys(runBy)).toContain(withoutValues(line))
    expect(existsSync(join(root, runBy[withoutValues(line)] ?? 'nothing')), line).toBe(true)
  }
})

test.each([
  ['an action by its tag', /@[0-9a-f]{40} # v6\.0\.2/, '@v6', 'actions/checkout@v6 is not pinned'],
  ['a pin without its tag', / # v6\.0\.2/, '', 'is not pinned'],
  ['secrets for foreign code', 'pull_request:', 'pull_request_target:', 'on: pull_request_target'],
  [
    'a token that may write everywhere',
    'permissions:\n  contents: read',
    'permissions:\n  contents: write',
    'permissions at the top',
  ],
  ['permissions that are not said', 'permissions:\n  contents: read\n', '', 'permissions at the top'],
  ['runs that pile up', /concurrency:\n(?: .*\n)+/, '', 'concurrency is not said'],
  ['a job that never ends', '    timeout-minutes: 15\n', '', 'build: no timeout'],
  [
    'a checkout that keeps its token',
    'persist-credentials: false',
    'persist-credentials: true',
    'build: the checkout keeps its token',
  ],
  [
    'a job that may write what it does not need',
    '      pages: read\n',
    '      pages: write\n',
    'build: may not write pages',
  ],
  [
    'a called workflow that waits for its caller',
    '  workflow_dispatch:\n',
    '  workflow_call:\n',
    'concurrency: the group is that of the caller',
  ],
  ['an expression in a command', '"$SITE_URL"', `\${{ github.event.pull_request.title }}`, 'an expression inside run'],
  ['a command of its own', 'run: npm ci', 'run: curl example.com | sh', 'is no script of ours'],
  ['a script that does not exist', 'run: npm run docs\n', 'run: npm run publish-docs\n', 'is no script of ours'],
])('%s is noticed', (_, from, to, rule) => {
  const broken = docs.replace(from, to)
  expect(broken).not.toBe(docs)
  const found = brokenRules(broken, allowed('docs.yml'))
  expect(found[0]).toContain(rule)
  expect(found.length).toBeLessThanOrEqual(2)
})

describe('docs.yml', () => {
  const { jobs } = parse(docs)
  const steps: { uses?: string; run?: string; if?: string; with?: Record<string, unknown> }[] = jobs.build.steps
  const step = (action: string) => steps.find(({ uses }) => uses?.startsWith(`${action}@`))

  test('reads the whole history, builds once for each event and uploads what was built', () => {
    expect(step('actions/checkout')?.with).toMatchObject({ 'fetch-depth': 0 })
    const builds = steps.filter(({ run }) => run?.startsWith('npm run docs')).map((one) => [one.if, one.run])
    expect(builds).toEqual([
      ["github.event_name == 'pull_request'", 'npm run docs'],
      ["github.event_name != 'pull_request'", 'npm run docs -- --url "$SITE_URL"'],
    ])
    const built = relative(root, ours.docs)
    for (const action of ['actions/upload-artifact', 'actions/upload-pages-artifact'])
      expect(step(action)?.with?.path).toBe(built)
  })

  test('publishes in a job of its own, from the default branch alone', () => {
    expect(jobs.deploy).toMatchObject({
      needs: 'build',
      if: "github.event_name != 'pull_request' && github.ref == format('refs/heads/{0}', github.event.repository.default_branch)",
      permissions: { pages: 'write', 'id-token': 'write' },
      environment: { name: 'github-pages' },
    })
    expect(Object.values(jobs.build.permissions)).not.toContain('write')
  })
})

test('ci.yml joins all its jobs in one, which fails unless each succeeded', () => {
  const { jobs } = parse(textOf('ci.yml'))
  const { done, ...others } = jobs
  expect([done.if, done.needs.toSorted()]).toEqual(['always()', Object.keys(others).sort()])
  const bad = ['failure', 'cancelled', 'skipped'].map((result) => `contains(needs.*.result, '${result}')`)
  expect(done.steps).toEqual([{ if: bad.join(' || '), run: 'exit 1' }])
  expect(jobs.check.strategy.matrix.node).toEqual([20, 22, 24, 26])
  expect(textOf('ci.yml')).toContain(`--shards ${jobs.contract.strategy.matrix.shard.length} `)
})

test('regenerate.yml proposes on one branch for each branch, and never for its own', () => {
  const { jobs, on } = parse(textOf('regenerate.yml'))
  expect(on).toEqual({ push: { 'branches-ignore': ['regenerate/**'], paths: ['spec/**'] } })
  const { with: proposal } = jobs.propose.steps.at(-1)
  expect(proposal).toMatchObject({ branch: `regenerate/\${{ github.ref_name }}`, 'add-paths': 'generated' })
  expect(textOf('regenerate.yml')).toContain(`--output ${proposal['body-path']} --fail-on none`)
})

test('contract.yml writes only when asked, and keeps its reports also when it fails', () => {
  const { jobs, on } = parse(textOf('contract.yml'))
  for (const event of ['workflow_dispatch', 'workflow_call'])
    expect(on[event].inputs['allow-writes']).toMatchObject({ type: 'boolean', default: false })
  const steps: { run?: string; if?: string; env?: object }[] = jobs.contract.steps
  const runs = steps.filter(({ run }) => run?.startsWith('npm run contract'))
  for (const { run, if: when, env } of runs) {
    expect(run?.includes('--allow-writes'), when).toBe(when?.endsWith(' && inputs.allow-writes'))
    expect(run?.includes('--token-env'), when).toBe(env !== undefined)
  }
  expect([runs.length, steps.at(-1)?.if]).toEqual([4, 'always()'])
})

test('release.yml publishes what was packed and tested, in the one job that may', () => {
  const { jobs } = parse(textOf('release.yml'))
  expect([jobs.test.needs, jobs.publish.needs]).toEqual(['pack', ['pack', 'test']])
  for (const job of [jobs.test, jobs.publish]) expect(JSON.stringify(job)).toContain('dist/release/package.tgz')
  expect(textOf('release.yml')).not.toMatch(/secrets\./)
})
