import { describe, expect, test } from 'vitest'
import type { ApiError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'
import { traces } from './traces.ts'

const token = 'token-of-a-test'
const escaped = '\\u0074oken-of-a-test'
const json = { 'content-type': 'application/json' }
const nested = (depth: number, inner: string) => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`

const inners: [string, string][] = [
  ['a token', `"${token}"`],
  ['a token in escapes', `"${escaped}"`],
  ['a token for a name', `{"${escaped}":1}`],
  ['a member that only requests have', '{"apiKey":["of-somebody-else"]}'],
]

describe('an error whose body is nested deeper than engines write JSON is the error that it is', () => {
  for (const depth of [6_000, 100_000])
    test.each(inners)(`${depth} brackets around %s`, async (_, inner) => {
      const text = `{"code":14,"message":"busy","more":${nested(depth, inner)}}`
      const { fetch, sent } = stubFetch([reply(503, text, { ...json, 'retry-after': '1' })])
      const clock = fakeClock()
      const error = await clock.run(failure(petsClient({ clock, fetch, token }).getPet('7')))
      expect(error).toMatchObject({
        ...{ name: 'ApiError', status: 503, code: 'unavailable', attempts: 3, retryAfterMs: 1_000 },
        message: expect.stringContaining('busy'),
      })
      expect(sent).toHaveLength(3)
      const { body, rawBody = '' } = error as ApiError
      let innermost = (body as { readonly more: unknown }).more
      while (Array.isArray(innermost)) innermost = innermost[0]
      for (const shown of [rawBody, traces(error), traces(innermost)])
        expect(shown).not.toMatch(/oken-of-a-test|of-somebody-else/)
    })
})

test('a body that is nested deep and hides nothing is told as it came', async () => {
  const text = `{"more":${nested(6_000, '1')}}`
  const { fetch } = stubFetch([reply(400, text, json)])
  const error = await failure(petsClient({ clock: fakeClock(), fetch, token }).getPet('7'))
  expect((error as ApiError).rawBody).toBe(text)
})
