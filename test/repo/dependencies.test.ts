import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root, run, temporaryFolder } from '../workspace.ts'

interface Locked {
  readonly version?: string
  readonly dev?: boolean
  readonly license?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly hasInstallScript?: boolean
}

const text = (file: string) => readFileSync(join(root, file), 'utf8')
const manifest = JSON.parse(text('package.json'))
const { '': _, ...packages }: Record<string, Locked> = JSON.parse(text('package-lock.json')).packages

/** Licences under which an app may take along what it installs with the package. */
const allowedLicences = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']

function unlicensed(locked: Record<string, Locked>): string[] {
  return Object.entries(locked).flatMap(([name, { dev = false, license = 'none' }]) =>
    dev || allowedLicences.includes(license) ? [] : [`${name}: ${license}`],
  )
}

function unsound(locked: Record<string, Locked>): string[] {
  const isSound = ({ integrity = '', resolved }: Locked) => /^sha512-\S+$/.test(integrity) && resolved === undefined
  return Object.entries(locked).flatMap(([name, entry]) => (isSound(entry) ? [] : [name]))
}

test('what an app installs with the package has a licence that it may take along', () => {
  expect(unlicensed(packages)).toEqual([])
  expect(unlicensed({ a: { license: 'GPL-3.0-only' }, b: {}, c: { dev: true } })).toEqual([
    'a: GPL-3.0-only',
    'b: none',
  ])
})

test('every package is locked by its SHA-512, and by no address', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(100)
  expect(unsound(packages)).toEqual([])
  const integrity = 'sha512-x'
  expect(unsound({ a: {}, b: { integrity: 'sha1-x' }, c: { integrity, resolved: 'x' }, d: { integrity } })).toEqual([
    ...['a', 'b', 'c'],
  ])
})

test('every dependency is exact', () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
})

test('the packages that may run a script at their install are those that have one', () => {
  const having = Object.entries(packages).filter(([, { hasInstallScript = false }]) => hasInstallScript)
  const names = having.map(([path]) => path.replace(/^.*node_modules\//, ''))
  expect(Object.keys(manifest.allowScripts).sort()).toEqual(names.sort())
  expect(text('.npmrc')).toMatch(/^strict-allow-scripts=true$/m)
  expect(text('.npmrc')).not.toMatch(/registry|_auth/i)
})

test('npm installs with those, and refuses a package with a script that none allows', async () => {
  const dryRun = async (folder: string) =>
    run('npm', ['ci', '--dry-run', '--offline', '--no-audit', '--no-fund', '--loglevel', 'notice'], { cwd: folder })
  expect(await dryRun(root)).toMatchObject({ code: 0 })
  // An older npm does not know the setting, and runs every script.
  const { stdout: known } = await run('npm', ['config', 'get', 'strict-allow-scripts'])
  const folder = temporaryFolder()
  for (const name of ['.npmrc', 'package-lock.json']) cpSync(join(root, name), join(folder, name))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, allowScripts: {} }))
  const { stderr } = await dryRun(folder)
  expect(stderr.includes('not covered by allowScripts')).toBe(known.trim() === 'true')
})

test('updates wait some days, in every folder that locks packages, and leave alone what has to stay', () => {
  const { updates } = parse(text('.github/dependabot.yml'))
  for (const { cooldown, groups } of updates) {
    expect(cooldown['default-days']).toBeGreaterThanOrEqual(7)
    expect(Object.keys(groups)).toHaveLength(1)
  }
  const [npm, actions] = updates
  expect([npm['package-ecosystem'], actions['package-ecosystem']]).toEqual(['npm', 'github-actions'])
  expect(npm.directories).toEqual(['/', '/scripts/bench/*', '/scripts/mutants', '/scripts/runtimes'])
  const ignored = npm.ignore.map((one: Record<string, string>) => one['dependency-name'])
  expect(ignored).toEqual(['@biomejs/biome', '@stoplight/prism-cli', 'typescript', '@redocly/openapi-core'])
})
