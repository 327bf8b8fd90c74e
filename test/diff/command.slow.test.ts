import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from '../git-repository.ts'
import { runScript, temporaryFolder } from '../workspace.ts'

const shorter = ['maxLength: 38\n      description: |-', 'maxLength: 30\n      description: |-'] as const
const diff = (spec: string, ...args: string[]) => runScript('diff', ['--spec', spec, '--documents-only', ...args])

describe('npm run diff', () => {
  test('compares with the last release that the working tree comes from', async () => {
    const { spec, commit, edit, git } = repository()
    commit('2026-05-06', 'v0.1.0')
    git('checkout', '--quiet', '-b', 'aside')
    edit(...shorter)
    commit('2026-05-07', 'v0.9.0')
    git('checkout', '--quiet', 'main')
    edit('summary: List gateways', 'summary: List all gateways')
    const { code, stdout, stderr } = await diff(spec)
    expect(stdout).toContain('beside v0.1.0 (0.1.0)')
    expect(stderr).toContain('nothing breaking; a patch change: 0.1.0 → 0.1.1 or higher')
    expect(code).toBe(0)
  })

  test('tells what breaks, for whom, where, with a value that shows it, and ends with 1', async () => {
    const { spec, commit, edit } = repository()
    commit('2026-05-06', 'v0.1.0')
    edit(...shorter)
    const { code, stdout, stderr } = await diff(spec)
    const line = readFileSync(spec, 'utf8').split('\n').indexOf('      maxLength: 30') + 1
    expect(stdout).toContain(
      'breaking   wire   name: maxLength 38 → 30\n           createGateway, updateGateway: request body\n',
    )
    expect(stdout).toContain(`${spec}:${line}`)
    expect(stdout).toMatch(/"name":".{31}"/)
    expect(stdout).toContain('valid in the base, not in the revision: /name must NOT have more than 30 characters')
    expect(stderr).toContain('1 breaking; a major change: 0.1.0 → 0.2.0 or higher')
    expect(code).toBe(1)
  })

  test('compares with where the working tree left the default branch, while nothing is released', async () => {
    const { spec, commit, edit, git } = repository()
    commit('2026-05-06')
    git('checkout', '--quiet', '-b', 'work')
    edit(...shorter)
    commit('2026-05-07')
    const { code, stdout } = await diff(spec)
    expect(stdout).toMatch(/beside main \([0-9a-f]{7}\)/)
    expect(code).toBe(1)
  })

  test('compares with any revision, and with any file', async () => {
    const { folder, spec, commit, edit } = repository()
    commit('2026-05-06')
    edit(...shorter)
    commit('2026-05-07')
    expect(await diff(spec, '--base', 'HEAD')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('the same as HEAD'),
    })
    expect(await diff(spec, '--base', 'HEAD~1')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('beside HEAD~1'),
    })
    const before = join(folder, 'spec/before.yaml')
    writeFileSync(before, readFileSync(spec, 'utf8').replace('maxLength: 30', 'maxLength: 38'))
    expect(await diff(spec, '--base', before)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('maxLength 38 → 30'),
    })
  })

  test('ends with 1 from the bump on that it is told', async () => {
    const { spec, commit, edit } = repository()
    commit('2026-05-06', 'v0.1.0')
    edit('summary: List gateways', 'summary: List all gateways')
    expect((await diff(spec, '--fail-on', 'patch')).code).toBe(1)
    edit(...shorter)
    expect((await diff(spec, '--fail-on', 'none')).code).toBe(0)
  })

  test('writes each format, to a file if it is told', async () => {
    const { spec, commit, edit } = repository()
    commit('2026-05-06', 'v0.1.0')
    edit(...shorter)
    const file = join(temporaryFolder(), 'diff.json')
    expect(await diff(spec, '--format', 'json', '--output', file)).toMatchObject({ code: 1, stdout: '' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      base: { name: 'v0.1.0', version: '0.1.0' },
      bump: 'major',
      nextVersion: '0.2.0',
      changes: [{ id: 'request-value-refused', audience: 'wire', rating: 'breaking', witness: { validIn: 'base' } }],
    })
    expect((await diff(spec, '--format', 'github')).stdout).toMatch(
      /^::error file=.*openapi\.yaml,line=\d+,title=wire%3A request-value-refused::name: maxLength 38 → 30/,
    )
    expect((await diff(spec, '--format', 'markdown')).stdout).toContain('### breaking, wire: name: maxLength 38 → 30')
    expect((await diff(spec, '--format', 'html')).stdout).toContain('name: maxLength 38 → 30</h3>')
  })

  test.each([
    [['--base', 'no-such-thing'], /--base no-such-thing is no file and no revision/],
    [['--base', '--help-me'], /--base/],
    [['--format', 'xml'], /--format xml is no format; use one of text, json, markdown, html, github/],
    [['--fail-on', 'all'], /--fail-on all is no bump/],
    [['--output', '/no/such/folder/diff.txt'], /--output \/no\/such\/folder\/diff\.txt cannot be written/],
  ])('refuses %j, and says why', async (args, message) => {
    const { spec, commit } = repository()
    commit('2026-05-06')
    const { code, stdout, stderr } = await diff(spec, ...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })

  test('says so where there is nothing to compare with, and where the document cannot be read', async () => {
    const { spec, commit } = repository()
    expect(await diff(spec)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is nothing to compare with'),
    })
    commit('2026-05-06', 'v0.1.0')
    writeFileSync(spec, 'openapi: [')
    expect(await diff(spec)).toMatchObject({ code: 2, stderr: expect.stringContaining('not-yaml') })
    expect(await diff(join(temporaryFolder(), 'none.yaml'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no such file'),
    })
  })
})

describe('npm run diff -- --check-version', () => {
  const check = (spec: string) => runScript('diff', ['--spec', spec, '--check-version', '--documents-only'])

  test('passes and says so without a release', async () => {
    const { spec, commit } = repository()
    expect(await check(spec)).toMatchObject({ code: 0, stderr: expect.stringContaining('has no release here') })
    commit('2026-05-06')
    expect(await check(spec)).toMatchObject({ code: 0, stderr: expect.stringContaining('has no release here') })
  })

  test('fails where the document, the package or the changelog does not carry the version, and names each', async () => {
    const { folder, spec, commit, edit } = repository()
    const files = { package: join(folder, 'package.json'), changelog: join(folder, 'CHANGELOG.md') }
    writeFileSync(files.package, '{\n  "name": "x",\n  "version": "0.1.0"\n}\n')
    writeFileSync(files.changelog, '# Changelog\n\n## 0.1.0\n\n- The first.\n')
    commit('2026-05-06', 'v0.1.0')
    expect(await check(spec)).toMatchObject({ code: 0, stderr: 'The document is as it was in v0.1.0.\n' })
    edit(...shorter)
    const { code, stdout, stderr } = await check(spec)
    expect(code).toBe(1)
    expect(stdout.match(/^error version-not-raised {2}.*$/gm)).toEqual([
      `error version-not-raised  ${files.changelog}:3 #`,
      `error version-not-raised  ${files.package}:3 #/version`,
      expect.stringMatching(/spec\/openapi\.yaml:\d+ #\/info\/version$/),
    ])
    expect(stdout).toContain('info.version is 0.1.0; the changes since v0.1.0 need 0.2.0 or higher')
    expect(stderr).toContain('The changes since v0.1.0 are major: 0.1.0 → 0.2.0 or higher')
    edit('version: 0.1.0', 'version: 0.2.0')
    writeFileSync(files.package, '{ "version": "0.2.0" }')
    expect((await check(spec)).stdout).toContain('CHANGELOG.md has no section for 0.2.0 or higher')
    writeFileSync(files.changelog, '# Changelog\n\n## 0.2.0\n\n- Shorter names.\n\n## 0.1.0\n')
    expect(await check(spec)).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('and that is carried'),
    })
  })

  test('a version below 1.0.0 of a document that is not ours, and one that is no SemVer', async () => {
    const { spec, commit, edit } = repository()
    edit('version: 0.1.0', 'version: 2026-05-06')
    commit('2026-05-06', 'v0.1.0')
    edit(...shorter)
    expect(await check(spec)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('2026-05-06, which is no SemVer'),
    })
  })
})
