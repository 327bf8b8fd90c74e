import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../workspace.ts'
import { type Repository, repository } from './repository.ts'

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const tarball = 'dist/release/package.tgz'
const publishing = ['--publish', '--tarball', tarball]

/** What npm and gh were asked that changes anything. */
const done = (one: Repository) =>
  one
    .asked()
    .filter((line) => /^(npm publish|gh release create) /.test(line))
    .map((line) => line.split(' ').slice(0, 3).join(' '))

async function packedRepository(): Promise<Repository> {
  const one = repository()
  expect(await one.release([])).toMatchObject({ code: 0 })
  return one
}

test('a dry run makes every file, publishes nothing, and prints what a real one would run', async () => {
  const one = repository()
  const { code, stdout, stderr } = await one.release([])
  expect([code, stderr]).toEqual([0, expect.stringContaining('A dry run: nothing was published.')])
  const commit = one.git('rev-parse', 'HEAD').trim()
  const file = join(one.folder, tarball)
  expect(stdout.split('\n')).toEqual([
    `npm publish ${file} --provenance --access public`,
    expect.stringContaining(`gh release create v${version} --target ${commit} --title v${version} --notes-file `),
    '',
  ])
  const digest = createHash('sha512').update(readFileSync(file)).digest('hex')
  expect(readFileSync(`${file}.sha512`, 'utf8')).toBe(`${digest}  package.tgz\n`)
  const made = (path: string) => readFileSync(join(one.folder, 'dist/release', path), 'utf8')
  expect(made('sbom.cdx.json')).toContain('CycloneDX')
  expect(made('notes.md')).toMatch(/^- /)
  expect(one.asked().map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['npm pack', 'npm sbom'])
})

test.each([
  [
    'another version in the document',
    'spec/openapi.yaml',
    `version: ${version}`,
    'version: 9.9.9',
    'openapi.yaml says 9.9.9',
  ],
  [
    'another version in the lockfile',
    'package-lock.json',
    `"version": "${version}"`,
    '"version": "9.9.9"',
    'lock.json says',
  ],
  ['no section for the version', 'CHANGELOG.md', `## ${version}`, '## Unreleased', 'CHANGELOG.md says no version'],
])('%s is a finding, before anything is made', async (_, file, from, to, message) => {
  const one = repository()
  one.replace(file, from, to)
  expect(await one.release([])).toMatchObject({ code: 1, stdout: expect.stringContaining(message) })
  expect(one.asked()).toEqual([])
})

test('a tag that exists, and a version that does not fit the changes, are findings', async () => {
  const one = repository()
  one.git('tag', `v${version}`)
  writeFileSync(join(one.folder, 'scripts/diff.ts'), "console.log('needs a minor'); process.exitCode = 1")
  const { code, stdout } = await one.release([])
  expect([code, stdout]).toEqual([1, expect.stringContaining(`the tag v${version} exists already`)])
  expect(stdout).toContain('needs a minor')
})

test('changes that no commit holds are a warning in a dry run, and stop a real one', async () => {
  const one = await packedRepository()
  appendFileSync(join(one.folder, 'CHANGELOG.md'), '- More.\n')
  expect(await one.release([])).toMatchObject({ code: 0, stderr: expect.stringContaining('warning: the working tree') })
  expect(await one.release(publishing)).toMatchObject({ code: 1, stdout: expect.stringContaining('the working tree') })
  expect(done(one)).toEqual([])
})

describe('a real release', () => {
  test('publishes the tarball that was tested, then makes the release', async () => {
    const one = await packedRepository()
    const before = readFileSync(join(one.folder, tarball))
    expect(await one.release(publishing)).toMatchObject({ code: 0 })
    expect(done(one)).toEqual([`npm publish ${join(one.folder, tarball)}`, 'gh release create'])
    expect(readFileSync(join(one.folder, tarball))).toEqual(before)
  })

  test('says what is left when its second half fails, and a second run does only that', async () => {
    const one = await packedRepository()
    const integrity = `sha512-${createHash('sha512')
      .update(readFileSync(join(one.folder, tarball)))
      .digest('base64')}`
    expect(await one.release(publishing, { GH_CODE: '1' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`${version} is published, the release v${version} is not made`),
    })
    expect(await one.release(publishing, { PUBLISHED: integrity })).toMatchObject({ code: 0 })
    expect(done(one).slice(2)).toEqual(['gh release create'])
    expect(await one.release(publishing, { PUBLISHED: integrity, RELEASED: '1' })).toMatchObject({ code: 0 })
    expect(done(one).length).toBe(3)
  })

  test('makes no release when publishing fails', async () => {
    const one = await packedRepository()
    expect(await one.release(publishing, { NPM_CODE: '1' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Nothing was published.'),
    })
    expect(done(one).length).toBe(1)
  })

  test('refuses a version that is published with other bytes', async () => {
    const one = await packedRepository()
    expect(await one.release(publishing, { PUBLISHED: 'sha512-other' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`${name} ${version} is published with other bytes`),
    })
    expect(done(one)).toEqual([])
  })

  test('refuses a tarball that is not the tested one, one that there is not, and none', async () => {
    const one = await packedRepository()
    writeFileSync(join(one.folder, `${tarball}.sha512`), 'other  package.tgz\n')
    const refused = async (args: readonly string[]) => (await one.release(args)).stderr
    expect(await refused(publishing)).toContain('take the tarball that was tested')
    rmSync(join(one.folder, `${tarball}.sha512`))
    expect(await refused(publishing)).toContain('npm run release makes it with the tarball')
    expect(await refused(['--publish', '--tarball', 'nothing.tgz'])).toContain('There is no tarball')
    expect(await refused(['--publish'])).toContain('--publish needs --tarball FILE')
    expect(done(one)).toEqual([])
  })
})
