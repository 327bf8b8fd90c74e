import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { generatorHash } from '../../src/generate/manifest.ts'
import { root, temporaryFolder } from '../workspace.ts'

/** The folders of the generator, copied, in the form that the hash takes. */
function copies() {
  const folder = temporaryFolder()
  const parts = ['document', 'generate'].map((part) => {
    cpSync(join(root, 'src', part), join(folder, part), { recursive: true })
    return pathToFileURL(`${join(folder, part)}/`)
  })
  return { folder, parts }
}

test('the generator is known by the sources of the document’s reader and of the generator', () => {
  expect(generatorHash(copies().parts)).toBe(generatorHash())
})

test.each([
  'document/json.ts',
  'generate/client.ts',
  'generate/validator-runtime.js',
  'generate/typescript-input/extensions.ts',
])('a change of %s makes it another generator', (file) => {
  const { folder, parts } = copies()
  writeFileSync(join(folder, file), '// another text')
  expect(generatorHash(parts)).not.toBe(generatorHash())
})

test('a new file makes it another generator, and what is no source does not', () => {
  const { folder, parts } = copies()
  mkdirSync(join(folder, 'generate/notes'))
  writeFileSync(join(folder, 'generate/notes/read.md'), 'text')
  expect(generatorHash(parts)).toBe(generatorHash())
  writeFileSync(join(folder, 'generate/new.ts'), '')
  expect(generatorHash(parts)).not.toBe(generatorHash())
})
