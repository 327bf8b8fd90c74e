import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, run, runScript } from '../workspace.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const scripts = Object.keys(manifest.scripts)

const scriptFiles = readdirSync(join(root, 'scripts'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replace('.ts', ''))

/** Every command of the README that stands in a block or a table, and the test or the CI step that runs it. */
const runBy: Record<string, string> = {
  'npm ci': '.ci/run',
  'npm run check': '.ci/run',
  'npm test': 'npm run check',
  'npm start': 'test/repo/readme.slow.test.ts',
  'npm run generate': 'test/generate/check.slow.test.ts',
  'npm run lint': 'test/spec/document.test.ts',
  'npm run contract': 'test/contract/run.slow.test.ts',
  'npm run diff': 'test/diff/command.slow.test.ts',
  'npm run upstream': 'test/upstream/upstream.slow.test.ts',
  'npm run traffic': 'test/traffic/command.slow.test.ts',
  'npm run release': 'test/release/release.slow.test.ts',
  'npm version': 'test/repo/worked-example.slow.test.ts',
  'npm run mutants': 'test/contract/mutants.slow.test.ts',
  'npm run mock': 'test/contract/mock.slow.test.ts',
  'npm run sandbox': 'test/sandbox/command.slow.test.ts',
  'npm run docs': 'test/docs/site.slow.test.ts',
  'npm run bench': 'test/repo/bench.slow.test.ts',
  'npm run runtimes': 'test/repo/runtimes.slow.test.ts',
  'npm run build': 'test/repo/package.slow.test.ts',
  'npm pack': 'test/repo/package.slow.test.ts',
  'npm install': 'test/repo/package.slow.test.ts',
}

function commandsIn(text: string): string[] {
  return [...text.matchAll(/(?:^|`)(npm (?:run )?[a-z]+)/gm)].map(([, command]) => command ?? '')
}

describe('README.md', () => {
  test('has at most 120 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(120)
  })

  test('names no command that nothing runs, and no npm script that does not exist', () => {
    for (const command of commandsIn(readme + contributing)) {
      expect(Object.keys(runBy), command).toContain(command)
      const [, script] = /^npm run (\w+)$/.exec(command) ?? []
      if (script) expect(scripts).toContain(script)
    }
    for (const place of Object.values(runBy))
      if (place.includes('/')) expect(existsSync(join(root, place)), place).toBe(true)
  })

  test('has a row for every npm script', () => {
    const rows = [...readme.matchAll(/^\| `npm (?:run )?(\w+)` +\|/gm)].map(([, name]) => name)
    expect(rows.sort()).toEqual(scripts.filter((name) => name !== 'prepack').sort())
  })

  test('shows every class of error and every option of the client', () => {
    const errors = readFileSync(join(root, 'src/client/errors.ts'), 'utf8')
    const classes = [...errors.matchAll(/^export class (\w+)/gm)].map(([, name]) => name ?? '')
    expect(classes.length).toBeGreaterThan(10)
    expect(classes.filter((name) => !new RegExp(`^(│? *[├└]─ )?${name} `, 'm').test(readme))).toEqual([])
    const [, declared = ''] =
      /interface ClientOptions[^{]*\{([\s\S]*?)\n\}/.exec(readFileSync(join(root, 'src/client/options.ts'), 'utf8')) ??
      []
    const options = [...declared.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name]) => name ?? '')
    expect(options).toContain('maxResponseBytes')
    // The one comes with the package, the other is for tests.
    const untold = options.filter((name) => !['validation', 'clock'].includes(name))
    expect(untold.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  })

  test('names only paths that exist', () => {
    const paths = [...(readme + contributing).matchAll(/`((?:src|test|spec|scripts|generated)\/[\w./-]*)`/g)].map(
      ([, path]) => path ?? '',
    )
    expect(paths.length).toBeGreaterThan(10)
    const linked = [...(readme + contributing).matchAll(/\]\((?!https?:)([^()\s#]+)\)/g)].map(([, path]) => path ?? '')
    expect(linked).toContain('.github/reference-site.png')
    expect([...paths, ...linked].filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

test('every script is an entry in package.json', () => {
  expect(scriptFiles.filter((name) => !manifest.scripts[name]?.includes(`scripts/${name}.ts`))).toEqual([])
})

test('every command tells its options and refuses others', async () => {
  for (const name of scriptFiles) {
    const help = await runScript(name, ['--help'])
    expect([name, help.code, help.stderr]).toEqual([name, 0, ''])
    expect(help.stdout).toMatch(/^Usage: npm (start|run \w+)/)
    expect([name, (await runScript(name, ['--no-such-option'])).code]).toEqual([name, 2])
  }
})

test('npm start does the main job: a line for each stage with its time, a summary, and exit code 0', async () => {
  const { code, stderr } = await run('npm', ['start', '--silent'])
  const lines = stderr.split('\n').filter((line) => /^(ok|FAIL)/.test(line))
  expect(
    lines.map((line) =>
      line
        .replace(/\d+(\.\d+)? s/, 'T s')
        .split(/\s+/)
        .slice(0, 4),
    ),
  ).toEqual(['lint', 'generate', 'contract', 'docs'].map((stage) => ['ok', stage, 'T', 's']))
  expect(stderr).toMatch(/all 4 stages passed in \d+\.\d s/)
  expect(code).toBe(0)
})

test('the generated files of this repository are fresh', async () => {
  expect(await runScript('generate', ['--check', '--full'])).toMatchObject({ code: 0, stdout: '' })
  expect(await runScript('generate', ['--check'])).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringContaining('by its manifest'),
  })
})
