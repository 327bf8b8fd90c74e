import { describe, expect, test } from 'vitest'
import { failure, fakeClock } from './fake-clock.ts'
import { petsClient, reply, stubFetch } from './pets.ts'

describe('withResponse', () => {
  test('resolves to the body with the status, the headers and the request id', async () => {
    const { fetch } = stubFetch([reply(200, { name: 'Rex' }, { 'x-request-id': 'r-1', 'x-more': '2' })])
    const result = await petsClient({ fetch, clock: fakeClock() }).withResponse.getPet('7')
    expect(Object.keys(result).sort()).toEqual(['data', 'headers', 'requestId', 'status'])
    expect(result).toMatchObject({ data: { name: 'Rex' }, status: 200, requestId: 'r-1' })
    expect(result.headers).toBeInstanceOf(Headers)
    expect(result.headers.get('x-more')).toBe('2')
  })

  test('resolves to no request id where there is none, and to no body where there is none', async () => {
    const { fetch } = stubFetch([() => new Response(null, { status: 204 })])
    const result = await petsClient({ fetch, clock: fakeClock() }).withResponse.deletePet('7')
    expect(result).toMatchObject({ status: 204 })
    expect([result.data, result.requestId]).toEqual([undefined, undefined])
  })

  test('resolves to each of several headers of one name', async () => {
    const headers: [string, string][] = [
      ['content-type', 'application/json'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['x-echo', 'token-of-a-test'],
    ]
    const fetch = async () => new Response('{}', { headers })
    const result = await petsClient({ fetch, clock: fakeClock(), token: 'token-of-a-test' }).withResponse.getPet('7')
    expect(result.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(result.headers.get('x-echo')).toBe('[redacted]')
  })

  test('has every method, with the same arguments', async () => {
    const { fetch, sent } = stubFetch([reply(200, {})])
    const pets = petsClient({ fetch, clock: fakeClock() })
    await pets.withResponse.replacePet('7', { name: 'Rex' }, { headers: { 'x-trace': '1' } })
    expect(sent).toMatchObject([{ method: 'PUT', text: '{"name":"Rex"}', headers: { 'x-trace': '1' } }])
    const { http: _, call: __, withResponse, ...methods } = pets
    expect(Object.keys(withResponse).sort()).toEqual(Object.keys(methods).sort())
  })

  test('tells of the attempt that succeeded', async () => {
    const clock = fakeClock()
    const { fetch } = stubFetch(
      [reply(503, {}, { 'x-request-id': 'r-1' }), reply(200, {}, { 'x-request-id': 'r-2' })],
      clock,
    )
    await expect(clock.run(petsClient({ fetch, clock }).withResponse.getPet('7'))).resolves.toMatchObject({
      requestId: 'r-2',
    })
  })

  test('fails as the method does', async () => {
    const { fetch } = stubFetch([reply(404, { code: 5, message: 'gone' })])
    const pets = petsClient({ fetch, clock: fakeClock() })
    const errors = [await failure(pets.getPet('7')), await failure(pets.withResponse.getPet('7'))]
    expect(errors[1]).toEqual(errors[0])
    expect(errors[1]).toMatchObject({ name: 'ApiError', status: 404 })
  })
})
