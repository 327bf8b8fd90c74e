import { describe, expect, test } from 'vitest'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'
import { traces } from './traces.ts'
import { called } from './two-secrets.ts'

const secret = 'secret/of-a-test'
const json = { 'content-type': 'application/json' }

/** Spellings that JSON has for the same text. */
const spellings = [
  secret,
  secret.replace('/', '\\/'),
  secret.replace('s', '\\u0073'),
  [...secret].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
]

describe('a secret that the service makes the name of a member is shown nowhere', () => {
  test.each(spellings)('in an error: %s', async (spelled) => {
    const text = `{"code":3,"message":"no","details":[{"${spelled}":1}],"a":{"a ${spelled}":{"b":[{"${spelled}":"c"}]}}}`
    const { fetch } = stubFetch([reply(503, text, json)])
    const { error, told } = await called({ fetch, token: secret })
    const body = {
      ...{ code: 3, message: 'no', details: [{ '[redacted]': 1 }] },
      a: { 'a [redacted]': { b: [{ '[redacted]': 'c' }] } },
    }
    expect(error).toMatchObject({ name: 'ApiError', code: 'invalid_argument', body, details: body.details })
    expect(JSON.parse((error as { rawBody?: string }).rawBody ?? '')).toEqual(body)
    for (const trace of [traces(error), traces(told)])
      for (const spelling of spellings) expect(trace).not.toContain(spelling)
  })

  test.each(spellings)('in data: %s', async (spelled) => {
    const { fetch } = stubFetch([reply(200, `{"name":"Rex","list":[{"${spelled}":"is a\\/b"}]}`, json)])
    const pets = petsClient({ fetch, clock: fakeClock(), token: secret })
    expect(await pets.getPet('7')).toEqual({ name: 'Rex', list: [{ '[redacted]': 'is a/b' }] })
  })
})

test('names that are none are kept as they are, in their order', async () => {
  const text = '{"b":"\\u0061","__proto__":{"apiKey":"of-somebody-else","c":"d"},"constructor":["\\u0061"],"a":null}'
  const { fetch } = stubFetch([reply(200, text, json), reply(400, text, json)])
  const pets = petsClient({ fetch, clock: fakeClock(), token: secret })
  expect(JSON.stringify(await pets.getPet('7'))).toBe('{"b":"a","__proto__":{"c":"d"},"constructor":["a"],"a":null}')
  expect(JSON.stringify(((await failure(pets.getPet('7'))) as { body?: unknown }).body)).toBe(
    '{"b":"a","__proto__":{"apiKey":"[redacted]","c":"d"},"constructor":["a"],"a":null}',
  )
})
