import { describe, expect, test } from 'vitest'
import { InvalidRequestError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { api, petsClient, reply, stubFetch } from './pets.ts'
import { traces } from './traces.ts'

const circular: Record<string, unknown> = { name: 'SECRET' }
circular.self = circular

describe('a body that cannot be sent is refused without its values, and nothing is sent', () => {
  const rows: [string, unknown][] = [
    ['none where one is required', undefined],
    ['one that contains itself', circular],
    ['a big number', { SECRET: 7n }],
    ['a function', () => 'SECRET'],
    [
      'one that cannot be read',
      {
        get name(): string {
          throw new Error('SECRET')
        },
      },
    ],
    ['a symbol', Symbol('SECRET')],
    [
      'one that will not be written',
      {
        toJSON: () => {
          throw new Error('SECRET')
        },
      },
    ],
  ]
  test.each(rows)('%s', async (_, body) => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const error = await failure(petsClient({ fetch, clock: fakeClock() }).createPet(body))
    expect(error).toBeInstanceOf(InvalidRequestError)
    expect(error).toMatchObject({
      operationId: 'createPet',
      attempts: 0,
      message: expect.stringContaining('createPet'),
    })
    expect(traces(error)).not.toContain('SECRET')
    expect(sent).toEqual([])
  })

  test('a stream that was read already', async () => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const body = new Blob(['pixels']).stream()
    await body.cancel()
    const error = await failure(petsClient({ fetch, clock: fakeClock() }).uploadPhoto('7', body))
    expect(error).toMatchObject({ name: 'ConnectionError', operationId: 'uploadPhoto', attempts: 1 })
    const taken = new Blob(['pixels']).stream()
    taken.getReader()
    const refused = await failure(petsClient({ fetch, clock: fakeClock() }).uploadPhoto('7', taken))
    expect(refused).toBeInstanceOf(InvalidRequestError)
    expect(refused).toMatchObject({ operationId: 'uploadPhoto', attempts: 0 })
    expect(sent).toEqual([])
  })
})

test('a body is optional where the document says so', async () => {
  const { fetch, sent } = stubFetch([reply(200, {})])
  const requestBody = { ...api.operations.createPet.requestBody, required: false }
  const operations = { ...api.operations, createPet: { ...api.operations.createPet, requestBody } }
  await petsClient({ fetch, clock: fakeClock() }, { ...api, operations }).createPet(undefined)
  expect(sent).toMatchObject([{ method: 'POST', text: '' }])
  expect(sent[0]?.headers).not.toHaveProperty('content-type')
})

test('half a character in a secret is sent as JSON has it', async () => {
  const { fetch, sent } = stubFetch([reply(200, {})])
  const body = { apiKey: 'key-\ud800-of-a-test' }
  await petsClient({ fetch, clock: fakeClock() }).createPet(body)
  expect(sent.map(({ text }) => text)).toEqual([JSON.stringify(body)])
})
