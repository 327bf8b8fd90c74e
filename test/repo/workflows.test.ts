import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ours } from '../../src/generate/options.ts'
import { root } from '../workspace.ts'
import { brokenRules } from './workflow-rules.ts'

const folder = join(root, '.github/workflows')
const workflows = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)
const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts)
const docs = workflows.find(([name]) => name === 'docs.yml')?.[1] ?? ''

test.each(workflows)('%s keeps every rule', (_, text) => {
  expect(brokenRules(text, scripts)).toEqual([])
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
  ['an expression in a command', '"$SITE_URL"', `\${{ github.event.pull_request.title }}`, 'an expression inside run'],
  ['a command of its own', 'run: npm ci', 'run: curl example.com | sh', 'is no script of ours'],
  ['a script that does not exist', 'run: npm run docs\n', 'run: npm run publish-docs\n', 'is no script of ours'],
])('%s is noticed', (_, from, to, rule) => {
  const broken = docs.replace(from, to)
  expect(broken).not.toBe(docs)
  const found = brokenRules(broken, scripts)
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
