import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { isObject } from '../../src/document/json.ts'
import { generate } from '../../src/generate/pipeline.ts'
import { root, runScript, temporaryFolder } from '../workspace.ts'

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** The same value with the members of every object in reverse order, but for the values of examples. */
function reversed(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => reversed(item))
  if (!isObject(value) || key === 'value' || key === 'example') return value
  return Object.fromEntries(
    Object.keys(value)
      .reverse()
      .map((name) => [name, reversed(value[name], name)]),
  )
}

test('the bytes are the same in another locale, time zone and folder', async () => {
  const [here, there] = [join(temporaryFolder(), 'a'), join(temporaryFolder(), 'b')]
  const elsewhere = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Apia' }
  const runs = [
    await runScript('generate', ['--out', here], { env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } }),
    await runScript('generate', ['--out', there, '--spec', join(root, 'spec/openapi.yaml')], {
      env: elsewhere,
      cwd: temporaryFolder(),
    }),
  ]
  expect(runs.map(({ code }) => code)).toEqual([0, 0])
  expect(contents(there)).toEqual(contents(here))
})

test.each(['spec', 'test/fixtures/documents/multi-file'])(
  'the bytes do not depend on the order of keys in %s',
  async (folder) => {
    const copy = temporaryFolder()
    cpSync(join(root, folder), copy, { recursive: true })
    for (const name of readdirSync(copy, { recursive: true })
      .map(String)
      .filter((file) => /\.ya?ml$/.test(file))) {
      const text = readFileSync(join(copy, name), 'utf8')
      writeFileSync(join(copy, name), stringify(reversed(parse(text)), { aliasDuplicateObjects: false }))
    }
    const out = join(temporaryFolder(), 'out')
    const first = await generate({ spec: join(root, folder, 'openapi.yaml'), out })
    const second = await generate({ spec: join(copy, 'openapi.yaml'), out })
    const withoutInputs = (files: ReadonlyMap<string, string>) =>
      [...files].filter(([name]) => name !== 'manifest.json')
    expect(withoutInputs(second.files)).toEqual(withoutInputs(first.files))
  },
)

test('generated text has no date, no path and only line feeds', async () => {
  const { files } = await generate({ spec: join(root, 'spec/openapi.yaml'), out: join(root, 'generated') })
  for (const [name, text] of files) {
    expect(text.includes(root), name).toBe(false)
    expect(text.includes('\r'), name).toBe(false)
    expect(text.includes(new Date().toISOString().slice(0, 10)), name).toBe(false)
  }
})
