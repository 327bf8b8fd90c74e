import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeFiles } from '../../src/generate/write-files.ts'
import { root, runScript, temporaryFolder } from '../workspace.ts'

const runtime = ['--runtime', '../src/client/index.ts']

/** A copy of our document and generated files, to spoil. */
function copy() {
  const folder = temporaryFolder()
  cpSync(join(root, 'spec'), join(folder, 'spec'), { recursive: true })
  cpSync(join(root, 'generated'), join(folder, 'generated'), { recursive: true })
  const args = ['--spec', join(folder, 'spec/openapi.yaml'), '--out', join(folder, 'generated'), ...runtime]
  return { folder, args, generated: (name: string) => join(folder, 'generated', name) }
}

describe.each([
  ['by the manifest', []],
  ['by generating', ['--full']],
])('--check %s', (_, full) => {
  test('is silent about a fresh folder', async () => {
    const { args } = copy()
    const { code, stdout } = await runScript('generate', ['--check', ...full, ...args])
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  })

  test('names every stale, missing and stray file and the command that mends it, and writes nothing', async () => {
    const { args, folder, generated } = copy()
    appendFileSync(generated('types.ts'), '// edited\n')
    rmSync(generated('client.ts'))
    writeFileSync(generated('notes.txt'), 'mine')
    const { code, stdout, stderr } = await runScript('generate', ['--check', ...full, ...args])
    const found = [...stdout.matchAll(/^error (\S+)\n {2}(\S+):/gm)].map(
      ([, id, file]) => `${id} ${file?.split('/').at(-1)}`,
    )
    expect(found.sort()).toEqual([
      'generated-file-missing client.ts',
      'generated-file-stale types.ts',
      'generated-file-stray notes.txt',
    ])
    expect(stderr).toContain(`npm run generate -- --spec ${folder}/spec/openapi.yaml`)
    expect(code).toBe(1)
    expect(existsSync(generated('client.ts'))).toBe(false)
  })

  test('notices a change of the document', async () => {
    const { args, folder } = copy()
    const example = join(folder, 'spec/examples/gateways-none.json')
    writeFileSync(example, readFileSync(example, 'utf8').replace('No gateway yet', 'Nothing yet'))
    const { code, stdout } = await runScript('generate', ['--check', ...full, ...args])
    expect(stdout).toContain('openapi.json')
    expect(code).toBe(1)
  })
})

test('a manifest that was edited along with a file passes the quick check and fails the full one', async () => {
  const { args, generated } = copy()
  const { createHash } = await import('node:crypto')
  const edited = `${readFileSync(generated('types.ts'), 'utf8')}// edited\n`
  const manifest = JSON.parse(readFileSync(generated('manifest.json'), 'utf8'))
  manifest.outputs['types.ts'] = createHash('sha256').update(edited).digest('hex')
  writeFileSync(generated('types.ts'), edited)
  writeFileSync(generated('manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  expect((await runScript('generate', ['--check', ...args])).code).toBe(0)
  expect((await runScript('generate', ['--check', '--full', ...args])).code).toBe(1)
})

test.each(['ajv', 'openapi-typescript', 'generator'])(
  'a manifest that was made with another %s is not trusted, and is stale itself',
  async (tool) => {
    const { args, generated } = copy()
    const manifest = JSON.parse(readFileSync(generated('manifest.json'), 'utf8'))
    expect(manifest.tools[tool]).toMatch(/^\d+\.\d+\.\d+$|^[0-9a-f]{64}$/)
    manifest.tools[tool] = '0.0.0'
    writeFileSync(generated('manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    const { code, stdout } = await runScript('generate', ['--check', ...args])
    expect(stdout.match(/^error .*\n.*manifest\.json/gm)).toHaveLength(1)
    expect(code).toBe(1)
  },
)

test('mending makes the folder fresh again', async () => {
  const { args, generated } = copy()
  appendFileSync(generated('types.ts'), '// edited\n')
  expect((await runScript('generate', args)).code).toBe(0)
  expect((await runScript('generate', ['--check', '--full', ...args])).code).toBe(0)
})

describe('writing', () => {
  test('a document that cannot be generated from leaves the folder as it was', async () => {
    const { args, folder, generated } = copy()
    const before = readFileSync(generated('manifest.json'), 'utf8')
    appendFileSync(join(folder, 'spec/openapi.yaml'), 'broken: [\n')
    expect((await runScript('generate', args)).code).toBe(2)
    expect(readFileSync(generated('manifest.json'), 'utf8')).toBe(before)
    expect(readdirSync(join(folder, 'generated')).sort()).toEqual(readdirSync(join(root, 'generated')).sort())
  })

  test('a file that cannot be put in its place leaves every other as it was', () => {
    const out = join(temporaryFolder(), 'out')
    mkdirSync(join(out, 'b.ts', 'in the way'), { recursive: true })
    writeFileSync(join(out, 'a.ts'), 'old')
    const manifest = { document: '', inputs: {}, outputs: {}, options: {}, tools: {} }
    writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest))
    const files = new Map(['a.ts', 'b.ts', 'c.ts'].map((name) => [name, 'new']))
    expect(() => writeFiles(out, files)).toThrow(/Cannot write .*b\.ts is in the way/)
    expect(readdirSync(out).sort()).toEqual(['a.ts', 'b.ts', 'manifest.json'])
    expect(readFileSync(join(out, 'a.ts'), 'utf8')).toBe('old')
  })

  test('a name that no file can have leaves nothing behind', () => {
    const out = temporaryFolder()
    const files = new Map([
      ['a.ts', 'new'],
      ['x'.repeat(300), 'new'],
    ])
    expect(() => writeFiles(out, files)).toThrow(/Cannot write/)
    expect(readdirSync(out)).toEqual([])
  })

  test('an --out that is a file is refused', async () => {
    const out = join(temporaryFolder(), 'file')
    writeFileSync(out, '')
    expect(await runScript('generate', ['--out', out])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is no folder'),
    })
  })

  test('somebody else’s files are not overwritten', async () => {
    const out = temporaryFolder()
    writeFileSync(join(out, 'client.ts'), 'mine')
    const { code, stderr } = await runScript('generate', ['--out', out])
    expect(stderr).toContain('holds client.ts but no manifest.json')
    expect(code).toBe(2)
    expect(readdirSync(out)).toEqual(['client.ts'])
  })

  test('a file that an earlier run made and this one does not is removed; others stay', () => {
    const out = temporaryFolder()
    writeFileSync(
      join(out, 'manifest.json'),
      JSON.stringify({ document: '', inputs: {}, outputs: { 'old.ts': '' }, options: {}, tools: {} }),
    )
    writeFileSync(join(out, 'old.ts'), 'old')
    writeFileSync(join(out, 'mine.txt'), 'mine')
    writeFiles(out, new Map([['new.ts', 'new']]))
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'mine.txt', 'new.ts'])
  })
})
