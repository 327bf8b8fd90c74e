import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeFiles } from '../../src/generate/write-files.ts'
import { root, run, runScript, temporaryFolder } from '../workspace.ts'

const runtime = ['--runtime', '../src/client/index.ts']
const emptyManifest = { document: '', inputs: {}, outputs: {}, options: {}, tools: {} }

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

test('a manifest that was made from another document is not trusted, even when its inputs are unchanged', async () => {
  const { folder, generated } = copy()
  const other = join(folder, 'spec/other.yaml')
  const text = readFileSync(join(folder, 'spec/openapi.yaml'), 'utf8')
  writeFileSync(other, text.replace('summary: List gateways', 'summary: List all gateways'))
  const args = ['--check', '--spec', other, '--out', generated(''), ...runtime]
  const { code, stdout } = await runScript('generate', args)
  expect(stdout).toContain('client.ts')
  expect(code).toBe(1)
})

test('another --runtime makes the client stale', async () => {
  const { args } = copy()
  const { code, stdout } = await runScript('generate', ['--check', ...args.slice(0, 4), '--runtime', 'elsewhere'])
  expect(stdout).toContain('client.ts: it differs')
  expect(code).toBe(1)
})

test('a document with other line ends is the same document', async () => {
  const { args, folder } = copy()
  const spec = join(folder, 'spec/openapi.yaml')
  writeFileSync(spec, readFileSync(spec, 'utf8').replaceAll('\n', '\r\n'))
  const { code, stderr } = await runScript('generate', ['--check', ...args])
  expect(stderr).toContain('is fresh by its manifest')
  expect(code).toBe(0)
})

test('a document that is a symbolic link is checked by its manifest too', async () => {
  const { folder, generated } = copy()
  symlinkSync(join(folder, 'spec/openapi.yaml'), join(folder, 'openapi.yaml'))
  const args = ['--check', '--spec', join(folder, 'openapi.yaml'), '--out', generated(''), ...runtime]
  expect(await runScript('generate', args)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('is fresh by its manifest'),
  })
})

test('the command that mends can be pasted: it removes strays and folders in the way, and makes the rest anew', async () => {
  const { folder, args, generated } = copy()
  const spaced = join(folder, 'it’s a "folder"')
  renameSync(generated(''), spaced)
  mkdirSync(join(spaced, 'stray/inside'), { recursive: true })
  rmSync(join(spaced, 'client.ts'))
  mkdirSync(join(spaced, 'client.ts'))
  const given = args.map((arg) => (arg === generated('').replace(/\/$/, '') ? spaced : arg))
  const { stdout, stderr } = await runScript('generate', ['--check', ...given])
  expect(stdout.match(/^error \S+/gm)).toEqual([
    'error generated-file-stray',
    'error generated-file-missing',
    'error generated-file-stray',
  ])
  const [, mending = ''] = /^Mend it with: (.*)$/m.exec(stderr) ?? []
  expect(await run('sh', ['-c', mending])).toMatchObject({ code: 0 })
  expect(await runScript('generate', ['--check', '--full', ...given])).toMatchObject({ code: 0, stdout: '' })
})

test.each([
  ['is lost', undefined],
  ['is broken by a merge', '<<<<<<< ours\n{}\n'],
])('a folder whose manifest %s can be mended all the same', async (_, text) => {
  const { args, generated } = copy()
  if (text === undefined) rmSync(generated('manifest.json'))
  else writeFileSync(generated('manifest.json'), text)
  expect(await runScript('generate', ['--check', ...args])).toMatchObject({ code: 1 })
  expect(await runScript('generate', args)).toMatchObject({ code: 0 })
  expect(await runScript('generate', ['--check', ...args])).toMatchObject({ code: 0 })
})

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
    writeFileSync(join(out, 'manifest.json'), JSON.stringify(emptyManifest))
    const files = new Map(['a.ts', 'b.ts', 'c.ts'].map((name) => [name, 'new']))
    expect(() => writeFiles(out, files)).toThrow(/Cannot write .*b\.ts is in the way/)
    expect(readdirSync(out).sort()).toEqual(['a.ts', 'b.ts', 'manifest.json'])
    expect(readFileSync(join(out, 'a.ts'), 'utf8')).toBe('old')
  })

  test('a move that fails takes back those before it', () => {
    const out = temporaryFolder()
    writeFileSync(join(out, 'manifest.json'), JSON.stringify({ ...emptyManifest, outputs: { 'a.ts': '', 'b.ts': '' } }))
    for (const name of ['a.ts', 'c.ts']) writeFileSync(join(out, name), 'old')
    // What stands here keeps c.ts from being put aside, after a.ts and b.ts have been moved.
    mkdirSync(join(out, `.c.ts.${process.pid}.old`))
    const files = new Map(['a.ts', 'b.ts', 'c.ts'].map((name) => [name, 'new']))
    expect(() => writeFiles(out, files)).toThrow(/Cannot write/)
    expect(readdirSync(out).sort()).toEqual(['a.ts', 'c.ts', 'manifest.json'])
    expect(readFileSync(join(out, 'a.ts'), 'utf8')).toBe('old')
  })

  test('the manifest is moved last, so that a run that is cut off is noticed', () => {
    const files = new Map(['manifest.json', 'a.ts', 'z.ts'].map((name) => [name, 'new']))
    expect(writeFiles(temporaryFolder(), files)).toEqual(['a.ts', 'z.ts', 'manifest.json'])
  })

  test('a manifest that names a file outside the folder has nothing removed there', () => {
    const folder = temporaryFolder()
    const out = join(folder, 'out')
    mkdirSync(out)
    writeFileSync(join(folder, 'precious.txt'), 'mine')
    writeFileSync(join(out, 'manifest.json'), JSON.stringify({ ...emptyManifest, outputs: { '../precious.txt': '' } }))
    writeFiles(out, new Map([['a.ts', 'new']]))
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('mine')
  })

  test('a runtime with a quote in its name is written as a string', async () => {
    const out = join(temporaryFolder(), 'out')
    expect(await runScript('generate', ['--out', out, '--runtime', "it's"])).toMatchObject({ code: 0 })
    expect(readFileSync(join(out, 'client.ts'), 'utf8')).toContain(`from "it's"`)
  })

  test.each([
    ['an empty --out', ['--out', ''], '--out is empty'],
    ['an empty --spec', ['--spec='], '--spec is empty'],
    ['an empty --runtime', ['--runtime', ''], '--runtime is empty'],
    ['--full without --check', ['--full'], '--full goes with --check'],
    ['an --out that holds the document', ['--out', join(root, 'spec')], 'holds the document'],
  ])('%s is refused', async (_, args, message) => {
    const { code, stderr } = await runScript('generate', args)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  test('an --out that is a link to the folder of the document is refused like the folder itself', async () => {
    const { folder } = copy()
    symlinkSync(join(folder, 'spec'), join(folder, 'link'))
    const args = ['--spec', join(folder, 'spec/openapi.yaml'), '--out', join(folder, 'link')]
    expect(await runScript('generate', args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('holds the document'),
    })
  })

  test('paths are those of the folder in which npm was called', async () => {
    const { folder } = copy()
    const args = [
      '--prefix',
      root,
      'run',
      '--silent',
      'generate',
      '--',
      '--spec',
      './spec/openapi.yaml',
      '--out',
      'made',
    ]
    expect(await run('npm', args, { cwd: folder })).toMatchObject({ code: 0 })
    expect(readdirSync(join(folder, 'made'))).toContain('client.ts')
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
    expect(stderr).toContain('holds client.ts, and nothing shows that an earlier run made them')
    expect(code).toBe(2)
    expect(readdirSync(out)).toEqual(['client.ts'])
  })

  test('a file that an earlier run made and this one does not is removed; others stay', () => {
    const out = temporaryFolder()
    writeFileSync(join(out, 'manifest.json'), JSON.stringify({ ...emptyManifest, outputs: { 'old.ts': '' } }))
    writeFileSync(join(out, 'old.ts'), 'old')
    writeFileSync(join(out, 'mine.txt'), 'mine')
    writeFiles(out, new Map([['new.ts', 'new']]))
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'mine.txt', 'new.ts'])
  })
})
