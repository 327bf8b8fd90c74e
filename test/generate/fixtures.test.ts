import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { generate } from '../../src/generate/pipeline.ts'
import { typeErrors } from '../type-errors.ts'
import { root, temporaryFolder } from '../workspace.ts'
import { type Call, made } from './calls.ts'

const documents = join(root, 'test/fixtures/documents')
const names = readdirSync(documents).sort()

type Verdict = [validator: string, value: unknown, valid: boolean]

async function generated(name: string, folder: string, runtime?: string): Promise<string> {
  const out = join(folder, name)
  const { files } = await generate({ spec: join(documents, name, 'openapi.yaml'), out, runtime })
  mkdirSync(out, { recursive: true })
  for (const [file, text] of files) writeFileSync(join(out, file), text)
  return out
}

function fixture<T>(name: string, file: string): T {
  return JSON.parse(readFileSync(join(documents, name, file), 'utf8'))
}

describe('documents of every shape', () => {
  test('there are at least eight', () => {
    expect(names.length).toBeGreaterThanOrEqual(8)
  })

  test('everything that is generated compiles in one strict program, and so do the callers beside it', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const name of names) {
      const out = await generated(name, folder)
      const caller = join(documents, name, 'caller.ts')
      if (existsSync(caller)) copyFileSync(caller, join(out, 'caller.ts'))
    }
    const files = names.flatMap((name) =>
      ['client.ts', 'operations.ts', 'types.ts', 'validators.d.ts', 'caller.ts'].map((file) =>
        join(folder, name, file),
      ),
    )
    expect(typeErrors(files.filter((file) => existsSync(file)))).toEqual([])
  })

  test.each(names)('the validators of %s give the expected verdicts', async (name) => {
    const out = await generated(name, temporaryFolder())
    const validators = await import(pathToFileURL(join(out, 'validators.js')).href)
    const verdicts = fixture<Verdict[]>(name, 'verdicts.json')
    expect(verdicts.map(([validator, value]) => [validator, value, validators[validator](value)])).toEqual(verdicts)
  })

  test.each(names)('the client of %s sends each operation as the document says', async (name) => {
    const out = await generated(name, temporaryFolder(), join(root, 'src/client/index.ts'))
    const calls = fixture<Call[]>(name, 'calls.json')
    const really = []
    for (const { sent: _, headers: __, result: ___, ...one } of calls)
      really.push(await made(join(out, 'client.ts'), one))
    expect(really).toEqual(calls)
    const { operations } = await import(pathToFileURL(join(out, 'operations.ts')).href)
    expect([...new Set(calls.map(({ call: [method] }) => method))].sort()).toEqual(Object.keys(operations).sort())
  })
})
