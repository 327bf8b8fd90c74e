import { describe, expect, test } from 'vitest'
import { failure, fakeClock } from './fake-clock.ts'
import { answer, faultServer, json } from './fault-server.ts'
import { lost, petsClient, reply, stubFetch } from './pets.ts'

describe('what is sent again', () => {
  const bytes = new Uint8Array([0, 255, 10, 13])
  const form = new FormData()
  form.append('photo', new Blob(['pixels']))
  const bodies: [string, unknown][] = [
    ['bytes', bytes],
    ['a buffer', bytes.buffer],
    ['a Blob', new Blob([bytes])],
    ['text', 'pixels'],
    ['a form', form],
  ]

  test.each(bodies)('is the same: %s', async (_, body) => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(503, {}), lost, reply(200, {})], clock)
    await clock.run(petsClient({ clock, fetch }).uploadPhoto('7', body))
    const texts = sent.map(({ text }) => text.replace(/-{4,}\S+/g, 'boundary'))
    expect(texts[0]).not.toBe('')
    expect(texts).toEqual(Array(3).fill(texts[0]))
  })

  test('is the same to the byte, although the caller has changed the body meanwhile', async () => {
    const body = { name: 'Rex' }
    const server = await faultServer(() => {
      body.name = 'changed'
      return answer(503)
    }, json({}))
    const clock = fakeClock()
    await clock.run(petsClient({ clock, baseUrl: server.url }).replacePet('7', body))
    expect(server.requests.map((request) => request.body)).toEqual(Array(2).fill('{"name":"Rex"}'))
    expect(server.requests.map(({ headers }) => headers['content-length'])).toEqual(['14', '14'])
  })

  test('is a request of its own for each attempt', async () => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(503, {}), reply(503, {}), reply(200, {})], clock)
    await clock.run(petsClient({ clock, fetch }).replacePet('7', { name: 'Rex' }))
    expect(new Set(sent.map(({ request }) => request)).size).toBe(3)
  })

  test('is no stream, which can be read once only', async () => {
    const clock = fakeClock()
    const { fetch, sent } = stubFetch([reply(503, {}), reply(200, {})], clock)
    const call = petsClient({ clock, fetch }).uploadPhoto('7', new Blob(['pixels']).stream())
    expect(await clock.run(failure(call))).toMatchObject({ status: 503, attempts: 1 })
    expect(sent.map(({ text }) => text)).toEqual(['pixels'])
  })
})
