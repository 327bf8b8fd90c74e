import { describe, expect, test } from 'vitest'
import { ConnectionError } from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { faultServer, head, json, refusingUrl, type Step } from './fault-server.ts'
import { petsClient } from './pets.ts'

describe('over real sockets, a call is repeated', () => {
  const faults: [string, readonly Step[]][] = [
    ['a reset before the headers', ['reset']],
    ['a close before the headers', ['close']],
    ['a close amid the headers', ['HTTP/1.1 200 OK\r\ncontent-le', 'close']],
    [
      'a reset amid the body',
      [head(200, { 'content-type': 'application/json', 'content-length': '9' }), '{"a"', 'reset'],
    ],
    [
      'a close amid the body',
      [head(200, { 'content-type': 'application/json', 'content-length': '9' }), '{"a"', 'close'],
    ],
    ['a close amid the chunks', [head(200, { 'transfer-encoding': 'chunked' }), '4\r\n{"a"\r\n', 'close']],
    ['what is no HTTP', ['SSH-2.0-OpenSSH_9.6\r\n\r\n', 'close']],
  ]

  test.each(faults)('after %s', async (_, fault) => {
    const server = await faultServer(fault, json({ name: 'Rex' }))
    const clock = fakeClock()
    await expect(clock.run(petsClient({ clock, baseUrl: server.url }).getPet('7'))).resolves.toEqual({ name: 'Rex' })
    expect(server.requests.map(({ method, target }) => [method, target])).toEqual(Array(2).fill(['GET', '/pets/7']))
  })

  test.each(faults)('but not where it may not be sent twice: after %s', async (_, fault) => {
    const server = await faultServer(fault, json({}))
    const clock = fakeClock()
    const error = await clock.run(failure(petsClient({ clock, baseUrl: server.url }).createPet({})))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ code: 'connection', operationId: 'createPet', attempts: 1 })
    expect(server.requests).toHaveLength(1)
  })

  test('where nobody listens, until the attempts are used up', async () => {
    const clock = fakeClock()
    const error = await clock.run(failure(petsClient({ clock, baseUrl: await refusingUrl() }).getPet('7')))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ attempts: 3, cause: expect.any(Error), message: expect.stringContaining('GET') })
    expect(clock.timers).toEqual([])
  })
})
