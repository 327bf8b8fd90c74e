import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lintDocument } from '../../src/document/redocly.ts'
import { root, temporaryFolder } from '../workspace.ts'

/** Rule → what breaks it. */
const breaks: [rule: string, from: string | RegExp, to: string][] = [
  ['rule/operation-id-verb-noun', 'operationId: getGateway\n', 'operationId: gateway_get\n'],
  ['rule/schema-described', '          description: What went wrong, for people.\n', ''],
  ['rule/parameter-described', /description: The gateway's identifier\.\n {6}schema/, 'schema'],
  ['rule/operation-described', '      summary: List gateways\n', ''],
  ['rule/error-response', /^ {8}default: .*\n/m, ''],
  ['no-invalid-media-type-examples', 'maxLength: 38', 'maxLength: 3'],
  ['no-unresolved-refs', './examples/gateways-none.json', './examples/none.json'],
]

test.each(breaks)('the ruleset sees a broken %s', async (rule, from, to) => {
  const folder = temporaryFolder()
  cpSync(join(root, 'spec'), join(folder, 'spec'), { recursive: true })
  cpSync(join(root, 'redocly.yaml'), join(folder, 'redocly.yaml'))
  const file = join(folder, 'spec/openapi.yaml')
  const text = readFileSync(file, 'utf8')
  expect(text.replace(from, to)).not.toBe(text)
  writeFileSync(file, text.replace(from, to))
  const { code, output } = await lintDocument(folder)
  expect(output).toContain(rule)
  expect(code).toBe(1)
})
