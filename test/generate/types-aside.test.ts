import { expect, test } from 'vitest'
import { documentTypes } from '../../src/generate/document-types.ts'
import { typesAside } from '../../src/generate/types-aside.ts'

const document = (description: string) => ({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1.0.0', description },
  paths: {},
  components: { schemas: { Thing: { type: 'object', properties: { name: { type: 'string' } } } } },
})

test.each([
  ['small', document('')],
  ['large', document('long '.repeat(300_000))],
])('the types of a %s document are those that one thread makes', async (_, bundle) => {
  const types = typesAside(bundle, JSON.stringify(bundle))
  expect(await types.made()).toBe(documentTypes(bundle))
  await types.stop()
})

test('what the thread fails at is told to who asks', async () => {
  const types = typesAside({}, '{'.repeat(1_000_000))
  await expect(types.made()).rejects.toThrow(/JSON/)
  await types.stop()
})
