import { describe, expect, test } from 'vitest'
import {
  type ClientOptions,
  createRuntime,
  type OperationDescriptor,
  schemes as others,
  type SecuritySchemeDescriptor,
} from '../../src/client/index.ts'
import { failure, fakeClock } from './fake-clock.ts'
import { reply, stubFetch } from './pets.ts'

const schemes: Record<string, SecuritySchemeDescriptor> = {
  bearer: { type: 'http', scheme: 'bearer' },
  basic: { type: 'http', scheme: 'basic' },
  digest: { type: 'http', scheme: 'digest' },
  oauth: { type: 'oauth2' },
  openId: { type: 'openIdConnect' },
  certificate: { type: 'mutualTLS' },
  inQuery: { type: 'apiKey', in: 'query', name: 'api key' },
  inHeader: { type: 'apiKey', in: 'header', name: 'X-Key' },
  inCookie: { type: 'apiKey', in: 'cookie', name: 'session' },
}

const base: OperationDescriptor = {
  ...{ operationId: 'send', method: 'get', path: '/pets', responses: { 200: ['application/json'] }, security: [] },
  parameters: [{ name: 'a', in: 'query', required: false, style: 'form', explode: true }],
}

/** What a call sends whose operation takes these alternatives, each the names of schemes. */
async function sentWith(alternatives: string[][], options: ClientOptions, given: Given = {}) {
  const security = alternatives.map((names) => Object.fromEntries(names.map((name) => [name, []])))
  const operation: OperationDescriptor = { ...base, security }
  const { fetch, sent } = stubFetch([reply(200, {})])
  const api = { servers: ['https://pets.example.com'], securitySchemes: schemes, operations: { send: operation } }
  const { call } = createRuntime(api, { ...options, fetch, clock: fakeClock() }, { schemes: others })
  const { query = {}, headers = {} } = given
  const settled = await Promise.allSettled([call(operation, { parameters: { query } }, { headers })])
  const { url = '', headers: told = {} } = sent[0] ?? {}
  const { accept: _, ...rest } = told
  return { settled: settled[0], sent: sent.length, query: url.split('?')[1] ?? '', headers: rest }
}

interface Given {
  readonly query?: object & { readonly a?: string }
  readonly headers?: Record<string, string>
}

describe('the credentials of the first alternative that is known are sent', () => {
  const keys = { basic: 'user:pass', inQuery: 'k&1', inHeader: 'k-2', inCookie: 'k-3', digest: 'a="b"' }
  const basic = { authorization: `Basic ${btoa('user:pass')}` }
  const bearer = { authorization: 'Bearer t' }
  const rows: [string[][], ClientOptions, object][] = [
    [[['bearer']], { token: 't' }, bearer],
    [[['oauth']], { token: 't' }, bearer],
    [[['openId']], { token: 't' }, bearer],
    [[['bearer']], { credentials: { bearer: 'own' }, token: 't' }, { authorization: 'Bearer own' }],
    [[['basic']], { credentials: keys }, basic],
    [[['digest']], { credentials: keys }, { authorization: 'digest a="b"' }],
    [[['inHeader']], { credentials: keys }, { 'x-key': 'k-2' }],
    [[['inCookie']], { credentials: keys }, { cookie: 'session=k-3' }],
    [[['basic', 'inHeader']], { credentials: keys }, { ...basic, 'x-key': 'k-2' }],
    [[['bearer', 'inHeader'], ['basic']], { credentials: keys }, basic],
    [[['basic'], ['inHeader']], { credentials: keys }, basic],
    [[['inHeader'], ['bearer']], { token: 't' }, bearer],
    [[[], ['bearer']], { token: 't' }, bearer],
    [[['certificate', 'bearer']], { token: 't' }, bearer],
    [[['certificate'], ['bearer']], { token: 't' }, {}],
    [[['certificate']], { credentials: { certificate: 'of the engine' } }, {}],
    [[['bearer']], {}, {}],
    [[], { token: 't' }, {}],
    [[[]], { token: 't' }, {}],
    [[['basic']], { token: 't' }, {}],
    [[['digest']], { token: 't' }, {}],
    [[['inHeader']], { token: 't' }, {}],
    [[['nowhere']], { token: 't', credentials: { nowhere: 'k' } }, {}],
    [[['nowhere'], ['bearer']], { token: 't' }, bearer],
  ]
  test.each(rows)('%j with %j', async (alternatives, options, expected) => {
    const { headers, settled, query } = await sentWith(alternatives, options)
    expect([headers, settled.status, query]).toEqual([expected, 'fulfilled', ''])
  })
})

test('a key in a query stands behind what the caller asks for', async () => {
  const credentials = { inQuery: 'k&1' }
  expect((await sentWith([['inQuery']], { credentials })).query).toBe('api%20key=k%261')
  expect((await sentWith([['inQuery']], { credentials }, { query: { a: 'b' } })).query).toBe('a=b&api%20key=k%261')
})

describe('a header of the caller goes before a credential', () => {
  const credentials = { bearer: 't', basic: 'user:pass', digest: 'd', inHeader: 'k' }
  test.each([
    ['bearer', 'authorization'],
    ['basic', 'authorization'],
    ['digest', 'authorization'],
    ['inHeader', 'x-key'],
  ])('%s', async (scheme, name) => {
    const { headers } = await sentWith([[scheme]], { credentials }, { headers: { [name]: 'mine' } })
    expect(headers).toEqual({ [name]: 'mine' })
  })
})

describe('what cannot stand in a header', () => {
  test.each(['inQuery', 'basic'])('can be sent where it is encoded: %s', async (scheme) => {
    const { headers, query, settled } = await sentWith([[scheme]], { credentials: { [scheme]: 'ü:€\n' } })
    expect(settled.status).toBe('fulfilled')
    const encoded = Buffer.from('ü:€\n').toString('base64')
    expect([headers.authorization, query]).toEqual(
      scheme === 'basic' ? [`Basic ${encoded}`, ''] : [undefined, `api%20key=${encodeURIComponent('ü:€\n')}`],
    )
  })

  test.each(['bearer', 'digest', 'inHeader', 'inCookie'])('is refused where it is not: %s', async (scheme) => {
    const { settled, sent } = await sentWith([[scheme]], { credentials: { [scheme]: 'SECRET\n' } })
    expect(settled).toMatchObject({ status: 'rejected', reason: { name: 'ConfigurationError', operationId: 'send' } })
    expect((settled as PromiseRejectedResult).reason.message).toMatch(new RegExp(`${scheme}.*character`))
    expect(sent).toBe(0)
  })
})

describe('a credential that cannot be got ends the call and says so', () => {
  const cause = new RangeError('no vault')
  const rows: [string, () => string | Promise<string>, object][] = [
    [
      'one that throws',
      () => {
        throw cause
      },
      { name: 'RangeError', message: 'no vault' },
    ],
    ['one that rejects', () => Promise.reject(cause), { name: 'RangeError', message: 'no vault' }],
  ]
  test.each(rows)('%s', async (_, bearer, expected) => {
    const { settled, sent } = await sentWith([['bearer']], { credentials: { bearer } })
    const { reason } = settled as PromiseRejectedResult
    expect(reason).toMatchObject({ name: 'ConfigurationError', operationId: 'send', attempts: 0, cause: expected })
    expect(reason.message).toMatch(/bearer could not be got; nothing was sent/)
    expect(sent).toBe(0)
  })

  test('one that is empty', async () => {
    const { settled } = await sentWith([['bearer']], { token: '' })
    expect((settled as PromiseRejectedResult).reason.message).toMatch(/bearer is empty; nothing was sent/)
    expect(await failure(Promise.reject((settled as PromiseRejectedResult).reason))).not.toHaveProperty('cause')
  })
})
