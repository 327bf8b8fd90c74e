import { expect, test } from 'vitest'
import { readSite } from '../../src/docs/build-docs.ts'
import { fixture } from './reference.ts'

async function curl(name: string, operationId: string): Promise<string> {
  const { operations } = await readSite({ spec: fixture(name), hasRedoc: false })
  const page = operations.find(({ operation }) => operation.operationId === operationId)
  return page?.view().samples.find(({ id }) => id === 'curl')?.code ?? ''
}

test.each([
  ['parameter-styles', 'labelStyle', "--url 'https://fixture.example.com/base/label/.string/./.plain'"],
  [
    'parameter-styles',
    'matrixStyle',
    "--url 'https://fixture.example.com/base/matrix/;list=string/;object=/;plain=plain'",
  ],
  ['parameter-styles', 'headerAndCookie', "--header 'Cookie: session=session'"],
  ['media-types', 'postForm', "--data-urlencode 'a=string'"],
  ['media-types', 'postFormOrBytes', '--data-binary @body.bin'],
  ['media-types', 'postEither', '--url "https://fixture.example.com/base/either?api_key=$API_KEY"'],
])('%s: %s is sent with %s', async (name, operationId, part) => {
  expect(await curl(name, operationId)).toContain(part)
})
