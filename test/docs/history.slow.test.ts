import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { pagesOf, readSite } from '../../src/docs/build-docs.ts'
import { changelog } from '../../src/docs/history/changelog.ts'
import { newestFirst } from '../../src/document/revisions/version-order.ts'
import { repository } from '../git-repository.ts'
import { temporaryFolder } from '../workspace.ts'

const modified = async (spec: string) => (await readSite({ spec, hasRedoc: false })).lastModified

test('a page says on which day the document last changed, an example of it too, and nothing beside it', async () => {
  const { folder, spec, commit } = repository()
  commit('2026-05-06')
  writeFileSync(join(folder, 'notes.txt'), 'not the document')
  commit('2026-06-01')
  const site = await readSite({ spec, hasRedoc: false })
  expect(site.lastModified).toBe('2026-05-06')
  const files = await pagesOf(site)
  for (const [path, html] of files)
    if (/^(index|operations\/\w+)\.html$/.test(path))
      expect(html, path).toContain('last modified on <time datetime="2026-05-06">2026-05-06</time>')
  expect(files.get('sitemap.xml')).toContain('<lastmod>2026-05-06</lastmod>')
  const example = join(folder, 'spec/examples/gateways-none.json')
  writeFileSync(example, `${readFileSync(example, 'utf8')}\n`)
  commit('2026-06-02')
  expect(await modified(spec)).toBe('2026-06-02')
})

test('no day is named without a history, with one that was cut off, and while the document is edited', async () => {
  const { folder, spec, commit, edit, git } = repository()
  expect(await modified(spec)).toBeUndefined()
  commit('2026-05-06')
  edit('List gateways', 'List all gateways')
  expect(await modified(spec)).toBeUndefined()
  commit('2026-05-07')
  expect(await modified(spec)).toBe('2026-05-07')
  const shallow = temporaryFolder()
  git('clone', '--quiet', '--depth', '1', pathToFileURL(folder).href, join(shallow, 'clone'))
  expect(await modified(join(shallow, 'clone/spec/openapi.yaml'))).toBeUndefined()
  const plain = temporaryFolder()
  cpSync(join(folder, 'spec'), join(plain, 'spec'), { recursive: true })
  expect(await modified(join(plain, 'spec/openapi.yaml'))).toBeUndefined()
})

test('the changelog joins what was written with what changed in the document between releases', async () => {
  const { folder, spec, commit, edit } = repository()
  writeFileSync(
    join(folder, 'CHANGELOG.md'),
    '# Changelog\n\n## [0.2.0] - 2026-06-01\n\n- Shorter names.\n\n## 0.1.0\n\n- The first.\n',
  )
  commit('2026-05-06', 'v0.1.0')
  edit('maxLength: 38', 'maxLength: 30')
  commit('2026-06-01', 'v0.2.0')
  edit('summary: List gateways', 'summary: List all gateways')
  commit('2026-07-01', 'v0.3.0')
  const entries = await changelog(spec)
  expect(entries.map(({ version, text }) => [version, text])).toEqual([
    ['0.3.0', ''],
    ['0.2.0', '- Shorter names.'],
    ['0.1.0', '- The first.'],
  ])
  const { changes } = entries[1] ?? {}
  expect(changes).toContainEqual({
    isBreaking: true,
    message: "`maxLength` of `name` changed from '38' to '30'.",
    pointer: '#/components/schemas/GatewayName/maxLength',
  })
  expect(entries[2]?.changes).toBeUndefined()
  expect(entries[0]?.changes).toEqual([
    {
      isBreaking: false,
      message: 'summary was modified from List gateways to List all gateways',
      pointer: expect.stringContaining('/get/summary'),
    },
  ])
  const html = (await pagesOf(await readSite({ spec, hasRedoc: false }))).get('changelog.html')
  expect(html).toContain('<strong>Breaking</strong>: <code>maxLength</code> of')
})

test('a release that holds a broken document is said to be so, and names of files may have any letters', async () => {
  const { folder, spec, commit } = repository()
  writeFileSync(join(folder, 'spec/ä ö.json'), '{}')
  commit('2026-05-06', 'v0.1.0')
  const sound = readFileSync(spec, 'utf8')
  writeFileSync(spec, 'openapi: [')
  commit('2026-06-01', 'v0.2.0')
  writeFileSync(spec, sound)
  commit('2026-07-01', 'v0.3.0')
  writeFileSync(join(folder, 'spec/ä ö.json'), '[]')
  commit('2026-08-01', 'v0.4.0')
  const site = await readSite({ spec, hasRedoc: false })
  expect(site.changelog.map(({ changes }) => changes)).toEqual([[], 'unreadable', 'unreadable', undefined])
  const html = (await pagesOf(site)).get('changelog.html')
  expect(html?.match(/How the document changed cannot be told/g)).toHaveLength(2)
})

test('what was found between two releases is not looked for again, until a tag is moved', async () => {
  const { spec, commit, edit, git } = repository()
  commit('2026-05-06', 'v0.1.0')
  edit('summary: List gateways', 'summary: List all gateways')
  commit('2026-06-01', 'v0.2.0')
  const changes = async () => (await changelog(spec))[0]?.changes
  const first = await changes()
  expect(first).toHaveLength(1)
  expect(await changes()).toBe(first)
  git('tag', '--force', 'v0.2.0', 'v0.1.0')
  expect(await changes()).toEqual([])
})

test('a release is newer than its pre-releases', () => {
  const versions = ['1.0.0-rc.10', '1.0.0', '0.9.0', '1.0.0-rc.2', '1.10.0', '1.9.0']
  expect(versions.sort(newestFirst)).toEqual(['1.10.0', '1.9.0', '1.0.0', '1.0.0-rc.10', '1.0.0-rc.2', '0.9.0'])
})

test('a document without a changelog and without releases has no such page', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'deep'))
  writeFileSync(join(folder, 'deep/openapi.yaml'), 'openapi: 3.1.1\ninfo: { title: A, version: 1.0.0 }\npaths: {}\n')
  const files = await pagesOf(await readSite({ spec: join(folder, 'deep/openapi.yaml'), hasRedoc: false }))
  expect(files.has('changelog.html')).toBe(false)
  expect(files.get('index.html')).not.toContain('changelog.html')
})
