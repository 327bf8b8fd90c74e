import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { type JsonObject, textAt, valueAt } from '../../src/document/json.ts'
import type { Example, JsonSchema, MediaType, Operation } from '../../src/document/model.ts'
import { lintDocument } from '../../src/document/redocly.ts'
import { gatewaysHandler } from '../../src/sandbox/handler.ts'
import { sqliteStore } from '../../src/sandbox/store.ts'
import { model, rules } from '../contract/our-model.ts'
import { id, simple } from '../sandbox/service.ts'
import { root, temporaryFolder } from '../workspace.ts'
import { source } from './reference.ts'

interface Shown {
  readonly operation: Operation
  readonly example: Example
  readonly schema: JsonSchema
  /** File and line of the example. */
  readonly place: string
}

function examplesOf(operation: Operation, content: readonly MediaType[]): Shown[] {
  return content.flatMap(({ schema, examples, pointer }) =>
    examples.map((example) => {
      const written = pointer.replace(/schema$/, `examples/${example.name}`)
      const { file, line } = source.locate(textAt(valueAt(source.bundle, written), '$ref') ?? written) ?? {
        file: '',
        line: 0,
      }
      return { operation, example, schema, place: `${file}:${line}` }
    }),
  )
}

const requests = model.operations.flatMap((one) => examplesOf(one, one.requestBody?.content ?? []))
const answers = model.operations.flatMap((one) => one.responses.flatMap(({ content }) => examplesOf(one, content)))
const named = (all: readonly Shown[]) => all.map((one) => [one.operation.operationId, one.example.name, one] as const)

/** What a service of its own answers to the body. */
async function answered(operation: Operation, value: unknown): Promise<number> {
  const store = sqliteStore()
  const handler = gatewaysHandler({ store, readyAfterMs: 0 })
  const send = (method: string, url: string, body: unknown) =>
    handler({
      method,
      url,
      headers: { authorization: 'Bearer CW-SECRET-of-a-test', 'content-type': 'application/json' },
      body: new TextEncoder().encode(JSON.stringify(body)),
    })
  try {
    if (operation.path.includes('{id}')) await send('POST', '/v1alpha1/inference/gateways', simple)
    const { status } = await send(operation.method.toUpperCase(), operation.path.replace('{id}', id), value)
    return status
  } finally {
    store.close()
  }
}

describe('every example that the site shows', () => {
  test('is known with the file and the line in which it stands', () => {
    expect([requests.length, answers.length]).toEqual([12, 64])
    for (const { place } of [...requests, ...answers]) expect(place).toMatch(/^spec\/examples\/[\w-]+\.json:\d+$/)
  })

  test.each(named(requests))('%s is carried out with %s', async (_, __, { operation, example, place }) => {
    expect(await answered(operation, example.value), `${place}: the sandbox refuses the example`).toBe(200)
  })

  test.each(named(answers))('%s may answer %s', (_, __, { schema, example, place }) => {
    expect(rules.violations(schema, example.value), `${place}: the example breaks the document`).toEqual([])
  })

  test('fails when it is broken, on both ways', async () => {
    const [request, answer] = [requests[0], answers[0]]
    if (!request || !answer) throw new Error('there are no examples')
    expect(await answered(request.operation, { ...(request.example.value as JsonObject), name: 7 })).toBe(400)
    expect(rules.violations(answer.schema, { items: 'none' })).not.toEqual([])
  })
})

test('an example that is broken turns the build red, with its file and line', async () => {
  const folder = temporaryFolder()
  cpSync(join(root, 'spec'), join(folder, 'spec'), { recursive: true })
  const file = join(folder, 'spec/examples/create-core-weave-auth-path-based-routing.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"zones": .*,/, '"zones": "all",'))
  const { code, output } = await lintDocument(root, join(folder, 'spec/openapi.yaml'))
  expect(code).toBe(1)
  expect(stripVTControlCharacters(output)).toMatch(/create-core-weave-auth-path-based-routing\.json:6:\d+/)
})
