import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { generate } from '../../src/generate/pipeline.ts'
import { typeErrors } from '../type-errors.ts'
import { root, temporaryFolder } from '../workspace.ts'

const documents = join(root, 'test/fixtures/documents')
const names = readdirSync(documents).sort()

type Verdict = [validator: string, value: unknown, valid: boolean]

async function generated(name: string, folder: string): Promise<string> {
  const out = join(folder, name)
  const { files } = await generate({ spec: join(documents, name, 'openapi.yaml'), out })
  mkdirSync(out, { recursive: true })
  for (const [file, text] of files) writeFileSync(join(out, file), text)
  return out
}

describe('documents of every shape', () => {
  test('there are at least eight', () => {
    expect(names.length).toBeGreaterThanOrEqual(8)
  })

  test('everything that is generated compiles in one strict program', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const name of names) await generated(name, folder)
    const files = names.flatMap((name) =>
      ['client.ts', 'operations.ts', 'types.ts', 'validators.d.ts'].map((file) => join(folder, name, file)),
    )
    expect(typeErrors(files)).toEqual([])
  })

  test.each(names)('the validators of %s give the expected verdicts', async (name) => {
    const out = await generated(name, temporaryFolder())
    const validators = await import(pathToFileURL(join(out, 'validators.js')).href)
    const verdicts: Verdict[] = JSON.parse(readFileSync(join(documents, name, 'verdicts.json'), 'utf8'))
    expect(verdicts.map(([validator, value]) => [validator, value, validators[validator](value)])).toEqual(verdicts)
  })
})
