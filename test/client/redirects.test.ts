import { describe, expect, test } from 'vitest'
import { RedirectError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { answer, faultServer, json } from './fault-server.ts'
import { calls, petsClient, stubFetch } from './pets.ts'

const statuses = [300, 301, 302, 303, 307, 308, 399]

async function redirected(status: number, location: string | undefined, operation: keyof typeof calls = 'getPet') {
  const server = await faultServer(answer(status, '', location === undefined ? {} : { location }))
  const clock = fakeClock()
  const pets = petsClient({ clock, baseUrl: server.url, token: 'secret-token' })
  const error = await clock.run(failure(calls[operation](pets)))
  expect(error).toBeInstanceOf(RedirectError)
  expect(error).toMatchObject({ code: 'redirect', status, operationId: operation, attempts: 1 })
  return { server, error: error as RedirectError }
}

describe('no redirect is followed', () => {
  test.each(statuses)('%i to another origin, which is named and not called', async (status) => {
    const target = await faultServer(json({}))
    const { server, error } = await redirected(status, `${target.url}/secret-path?key=secret-key#secret-part`)
    expect(error.location).toBe(target.url)
    expect(error.message).toContain(target.url)
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('secret')
    expect([server.requests.length, target.requests.length]).toEqual([1, 0])
  })

  test.each(statuses)('%i to another path of the same origin', async (status) => {
    const { server, error } = await redirected(status, '/secret-path?key=secret-key')
    expect(error.location).toBe(server.url)
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain('secret')
    expect(server.requests).toHaveLength(1)
  })

  test.each(statuses)('%i of a create', async (status) => {
    const target = await faultServer(json({}))
    const { server } = await redirected(status, target.url, 'createPet')
    expect([server.requests.length, target.requests.length]).toEqual([1, 0])
  })

  const locations: [string | undefined, string | undefined][] = [
    ['//other.example.com/x', 'http://other.example.com'],
    ['https://user:secret@other.example.com:8443/x', 'https://other.example.com:8443'],
    ['https://ÿ:secret@[', undefined],
    ['http://', undefined],
    [undefined, undefined],
  ]
  test.each(locations)('to %s', async (location, expected) => {
    const { error } = await redirected(302, location)
    expect(error.location).toBe(expected)
    expect(error.message).toContain(`GET /pets/{petId} was redirected to ${expected ?? 'another place'}`)
    expect(error.message).not.toContain('secret')
  })

  test.each(['javascript:alert(1)', 'data:text/html,secret', 'file:///secret'])(
    'to %s, of which only an origin is told',
    async (location) => {
      const { error } = await redirected(302, location)
      expect(`${error.location} ${error.stack}`).not.toMatch(/alert|secret|text\/html/)
    },
  )
})

test.each(['r-1', undefined])('a redirect tells its request id: %s', async (requestId) => {
  const headers = { location: '/x', ...(requestId && { 'x-request-id': requestId }) }
  const { fetch } = stubFetch([() => new Response(null, { status: 302, headers })])
  const error = await failure(petsClient({ fetch, clock: fakeClock() }).getPet('7'))
  expect((error as RedirectError).requestId).toBe(requestId)
})

test('a redirect that fetch has followed all the same is one too', async () => {
  const followed = Object.defineProperties(new Response('{}'), {
    redirected: { value: true },
    url: { value: 'https://other.example.com/secret-path' },
  })
  const { fetch } = stubFetch([() => followed])
  const error = await failure(petsClient({ fetch, clock: fakeClock() }).getPet('7'))
  expect(error).toMatchObject({ name: 'RedirectError', location: 'https://other.example.com' })
  expect((error as Error).message).not.toContain('secret-path')
})

test('the body of a redirect is given up', async () => {
  let isCancelled = false
  const cancel = () => {
    isCancelled = true
  }
  const { fetch } = stubFetch([() => new Response(new ReadableStream({ cancel }), { status: 302 })])
  await failure(petsClient({ fetch, clock: fakeClock() }).getPet('7'))
  expect(isCancelled).toBe(true)
})

test('a 304 is no redirect', async () => {
  const { fetch } = stubFetch([() => new Response(null, { status: 304 })])
  const error = await failure(petsClient({ fetch, clock: fakeClock() }).getPet('7'))
  expect(error).toMatchObject({ name: 'ApiError', status: 304 })
})

test('a redirect that the browser hides is a redirect too', async () => {
  const hidden = Object.defineProperties(new Response(null), {
    type: { value: 'opaqueredirect' },
    status: { value: 0 },
  })
  const { fetch, sent } = stubFetch([() => hidden])
  const error = await failure(petsClient({ fetch, clock: fakeClock() }).getPet('7'))
  expect(error).toMatchObject({ name: 'RedirectError', location: undefined })
  expect(sent.map(({ request }) => request.redirect)).toEqual(['manual'])
})
