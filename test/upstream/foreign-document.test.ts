import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/document/read-document.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { foreignDocument } from '../../src/upstream/foreign-document.ts'
import { root } from '../workspace.ts'

const file = join(root, 'test/fixtures/vendor-move/june.yaml')
const head = 'openapi: 3.0.3\ninfo: { title: A, version: "1" }\n'

async function failure(text: string): Promise<CannotRunError> {
  const error = await foreignDocument(text, 'theirs').catch((cause: unknown) => cause)
  if (error instanceof CannotRunError) return error
  throw new Error(`it was read, or failed otherwise: ${error}`)
}

describe('a document of somebody else', () => {
  test('is read like one of ours, from YAML and from JSON', async () => {
    const { bundle } = await readDocument(file)
    expect(await foreignDocument(readFileSync(file, 'utf8'), 'theirs')).toEqual(bundle)
    expect(await foreignDocument(`\uFEFF${JSON.stringify(bundle)}`, 'theirs')).toEqual(bundle)
  })

  const outside: [string, string][] = [
    ['a file', 'paths: { /a: { $ref: ./a.yaml } }'],
    ['a URL', 'paths: { /a: { $ref: "https://example.com/a.yaml" } }'],
    ['a file of the system', 'paths: { /a: { $ref: "file:///etc/passwd" } }'],
    ['a path by an alias', 'x-a: &a { $ref: /etc/passwd }\npaths: { /a: *a }'],
    [
      'a mapping',
      'paths: {}\ncomponents: { schemas: { A: { discriminator: { propertyName: k, mapping: { a: ../a.yaml } } } } }',
    ],
  ]
  test.each(outside)('is refused for a reference to %s, by name', async (_, text) => {
    const { message } = await failure(head + text)
    expect(message).toMatch(/^theirs refers to what is not in it, and that is not loaded: \S+\. Bundle it first\.$/)
  })

  const broken: [string, string, RegExp][] = [
    ['is neither JSON nor YAML', '{ "openapi": ', /^theirs is neither JSON nor YAML: /],
    ['holds a list', '- a', /it holds no object/],
    ['is empty', '', /it holds no object/],
    ['holds itself', 'a: &a [*a]', /neither JSON nor YAML/],
    ['grows when it is read', bomb(), /neither JSON nor YAML: .*alias/i],
    ['is of another version', 'swagger: "2.0"', /cannot be used as an OpenAPI document/],
    ['has a reference that leads nowhere', `${head}paths: { /a: { $ref: "#/x" } }`, /cannot be used/],
  ]
  test.each(broken)('is refused when it %s', async (_, text, why) => {
    const { message, findings } = await failure(text)
    expect(message).toMatch(why)
    for (const { location } of findings) expect(location?.file).toBe('theirs')
  })
})

/** Lists of lists by alias: some bytes that stand for very many. */
function bomb(): string {
  const lists = [...'bcdefgh'].map((name, index) => {
    const before = 'abcdefg'[index]
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`
  })
  return `a: &a [x, x]\n${lists.join('\n')}\n`
}
