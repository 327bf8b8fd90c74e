import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, runScript, temporaryFolder } from '../workspace.ts'

const exampleHeader = `          headers: { X-Count: { schema: { type: integer, description: A count. } } }
          content:`

/** Rule → what breaks it. */
const breaks: [rule: string, from: string | RegExp, to: string][] = [
  ['rule/operation-id-verb-noun', 'operationId: getGateway\n', 'operationId: gateway_get\n'],
  ['rule/schema-described', '          description: What went wrong, for people.\n', ''],
  ['rule/parameter-described', /description: The gateway's identifier\.\n {6}schema/, 'schema'],
  ['rule/operation-described', '      summary: List gateways\n', ''],
  ['rule/response-described', 'description: The new gateway, accepted and in preparation.', 'description: " "'],
  ['rule/request-body-described', /(requestBody:\n {8}required: true\n) {8}description: \|-\n( {10}.*\n)+/, '$1'],
  ['rule/header-described', '          content:', exampleHeader],
  ['rule/body-with-examples', / {14}examples:\n {16}parameters-zones: .*\n/, ''],
  ['rule/example-summarized', '{ $ref: ./examples/gateways-several.json }', '{ value: { items: [] } }'],
  ['rule/error-response', /^ {8}default: .*\n/m, ''],
  ['operation-tag-defined', 'tags: [GatewayService]', 'tags: [Other]'],
  ['no-invalid-media-type-examples', 'maxLength: 38', 'maxLength: 3'],
  ['no-unresolved-refs', './examples/gateways-none.json', './examples/none.json'],
]

/** What lint says of a copy of the document with these rules broken. */
async function linted(broken: typeof breaks) {
  const folder = temporaryFolder()
  cpSync(join(root, 'spec'), folder, { recursive: true })
  const file = join(folder, 'openapi.yaml')
  let text = readFileSync(file, 'utf8')
  for (const [rule, from, to] of broken) {
    expect(text.replace(from, to), rule).not.toBe(text)
    text = text.replace(from, to)
  }
  writeFileSync(file, text)
  return runScript('lint', ['--spec', file])
}

test('lint cannot run on a file that does not exist', async () => {
  expect(await runScript('lint', ['--spec', 'no-such.yaml'])).toMatchObject({ code: 2 })
})

test('lint is clean on the document as it is', async () => {
  expect(await linted([])).toMatchObject({ code: 0 })
})

test('lint sees every rule that is broken, and ends with exit code 1', async () => {
  const { code, stdout } = await linted(breaks)
  expect(breaks.map(([rule]) => rule).filter((rule) => !stdout.includes(`by the ${rule} rule`))).toEqual([])
  expect(code).toBe(1)
})
