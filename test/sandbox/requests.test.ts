import { describe, expect, test } from 'vitest'
import { gateways, id, otherId, service, simple, violations, withKey, without } from './service.ts'

describe('a request is refused', () => {
  const weightsAndBiasesAuth = withKey.weightsAndBiasesAuth
  const broken: readonly [string, object | null, string, string][] = [
    ['without a name', without(simple, 'name'), 'name', 'is required'],
    ['with an empty name', { ...simple, name: '' }, 'name', 'must NOT have fewer than 1 characters'],
    ['with a long name', { ...simple, name: 'n'.repeat(39) }, 'name', 'must NOT have more than 38 characters'],
    ['with an id that is none', { ...simple, id: 'x' }, 'id', 'must be a UUID'],
    ['with a zone that is no text', { ...simple, zones: [3] }, 'zones[0]', 'must be string'],
    ['with an unknown zone', { ...simple, zones: ['MOON'] }, 'zones[0]', 'must be one of US-EAST-04A'],
    ['with two zones', { ...simple, zones: ['US-EAST-04A', 'us-east-04a'] }, 'zones', 'must name one zone at most'],
    [
      'with two authentications',
      { ...simple, weightsAndBiasesAuth },
      'weights_and_biases_auth',
      'exactly one of core_weave_auth and weights_and_biases_auth must be present',
    ],
    [
      'without an authentication',
      without(simple, 'coreWeaveAuth'),
      'core_weave_auth',
      'exactly one of core_weave_auth and weights_and_biases_auth must be present',
    ],
    [
      'with two routings',
      { ...simple, headerBasedRouting: { headerName: 'X-Model' } },
      'path_based_routing',
      'exactly one of body_based_routing, header_based_routing and path_based_routing must be present',
    ],
    [
      'with a key and no server',
      { ...withKey, weightsAndBiasesAuth: without(weightsAndBiasesAuth, 'serverUrl') },
      'weights_and_biases_auth.server_url',
      'is required beside api_key',
    ],
    [
      'with a server that is no URI',
      { ...withKey, weightsAndBiasesAuth: { ...weightsAndBiasesAuth, serverUrl: 'no uri' } },
      'weights_and_biases_auth.server_url',
      'must be a URI',
    ],
    [
      'with an unknown dialect',
      { ...without(simple, 'pathBasedRouting'), bodyBasedRouting: { apiType: 'API_TYPE_X' } },
      'body_based_routing.api_type',
      'must be API_TYPE_UNSPECIFIED, API_TYPE_OPENAI or a 32-bit number',
    ],
    ['that is null', null, '', 'must be object'],
    ['that is a list', [], '', 'must be object'],
  ]

  test.each(broken)('%s, by create and by update', async (_name, body, field, description) => {
    const { call } = service()
    expect(violations(await call('POST', gateways, { body }))).toEqual({ field, description })
    expect(violations(await call('PATCH', `${gateways}/${id}`, { body }))).toEqual({ field, description })
    expect((await call('GET')).body).toEqual({ items: [] })
  })

  test('when the id of the path is none', async () => {
    const { call } = service()
    for (const segment of ['x', '..', '%00', '%zz', `${id}%2f`, `${id}0`])
      for (const method of ['GET', 'PATCH', 'DELETE']) {
        const answer = await call(method, `${gateways}/${segment}`, { body: simple })
        expect(violations(answer)).toEqual({ field: 'id', description: 'must be a UUID' })
      }
  })

  test('when the ids of path and body differ', async () => {
    const answer = await service().call('PATCH', `${gateways}/${otherId}`, { body: simple })
    expect(violations(answer)).toEqual({ field: 'id', description: 'must be the id of the path' })
  })

  test.each([
    ['an empty body', '', {}, 400],
    ['malformed JSON', '{"name": "a key that no answer holds', {}, 400],
    [
      'invalid UTF-8 in a body that is valid otherwise',
      Buffer.from(JSON.stringify({ ...simple, name: 'ÿ' }), 'latin1'),
      {},
      400,
    ],
    ['no content type', simple, { 'content-type': '' }, 415],
    ['another content type', simple, { 'content-type': 'text/plain' }, 415],
    ['another charset', simple, { 'content-type': 'application/json; charset=latin1' }, 415],
    ['a content coding', simple, { 'content-encoding': 'gzip' }, 415],
  ])('for %s', async (_name, body, headers, status) => {
    const { call } = service()
    for (const [method, url] of [
      ['POST', gateways],
      ['PATCH', `${gateways}/${id}`],
    ] as const)
      expect(await call(method, url, { body, headers })).toMatchObject({ status, body: { code: 3 } })
    expect((await call('GET')).body).toEqual({ items: [] })
  })

  test.each([
    ['updatedAfter=yesterday', 'updated_after', 'must be a moment as RFC 3339 writes it'],
    ['updatedAfter=', 'updated_after', 'must be a moment as RFC 3339 writes it'],
    ['updatedAfter=2026-05-06T09:30:00', 'updated_after', 'must be a moment as RFC 3339 writes it'],
    ['updatedAfter=2026-05-06T09:30:00Z&updatedAfter=2026-05-06T09:30:00Z', 'updated_after', 'must not be repeated'],
    ['updatedAfter=%ff', '', 'must be percent-encoded UTF-8'],
  ])('with the query %s', async (query, field, description) => {
    expect(violations(await service().call('GET', `${gateways}?${query}`))).toEqual({ field, description })
  })
})

describe('a request is accepted', () => {
  test('with a media type in any case and with its charset', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset="UTF-8"'])
      expect(await service().call('POST', gateways, { body: simple, headers: { 'content-type': type } })).toMatchObject(
        {
          status: 200,
        },
      )
  })

  test('with members that nobody knows, which are not kept', async () => {
    const { gateway } = service()
    const body = {
      ...withKey,
      unknown: 1,
      toString: 'x',
      organizationId: 'theirs',
      weightsAndBiasesAuth: { ...withKey.weightsAndBiasesAuth, unknown: { apiKey: 'x' } },
      pathBasedRouting: { unknown: 2 },
      endpointConfiguration: { unknown: 3, allowedSourceIpRanges: ['203.0.113.0/24'] },
    }
    const { spec } = await gateway('POST', gateways, { body })
    expect(spec).toEqual({
      id,
      organizationId: 'org-sandbox',
      name: 'support-chat',
      zones: ['US-EAST-04A'],
      weightsAndBiasesAuth: { serverUrl: 'https://api.wandb.ai' },
      pathBasedRouting: {},
      endpointConfiguration: { allowedSourceIpRanges: ['203.0.113.0/24'] },
    })
  })
})

describe('a token', () => {
  test('is asked for on every path that exists, before anything else', async () => {
    const { call } = service()
    for (const url of [gateways, `${gateways}/parameters`, `${gateways}/${id}`, `${gateways}/x`])
      for (const method of ['GET', 'POST', 'PUT', 'DELETE'])
        for (const authorization of ['', 'Bearer', 'Bearer ', 'Basic abc', 'Bearer a b'])
          expect(await call(method, url, { headers: { authorization }, body: '' })).toMatchObject({
            status: 401,
            headers: { 'www-authenticate': 'Bearer' },
            body: { code: 16 },
          })
  })

  test('is any, or the one that was chosen, after its scheme in any case', async () => {
    const status = async (token: string | undefined, authorization: string) =>
      (await service({ token }).call('GET', gateways, { headers: { authorization } })).status
    expect(await status(undefined, 'bEARER anything')).toBe(200)
    expect(await status('right', 'bearer right')).toBe(200)
    expect(await status('right', 'Bearer wrong')).toBe(401)
    expect(await status('right', 'Bearer righ')).toBe(401)
    expect(await status('right', 'Bearer right2')).toBe(401)
  })
})

test('a path that the document does not have is 404', async () => {
  for (const url of ['/', '/v1alpha1/inference', `${gateways}/`, `${gateways}/${id}/x`, `${gateways}x`, '*'])
    expect(await service().call('GET', url, { headers: { authorization: '' } })).toMatchObject({
      status: 404,
      body: { code: 5 },
    })
})

test.each([
  [gateways, ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], 'GET, POST'],
  [`${gateways}/parameters`, ['POST', 'PATCH', 'DELETE'], 'GET'],
  [`${gateways}/${id}`, ['POST', 'PUT', 'TRACE'], 'GET, PATCH, DELETE'],
])('a method that %s does not have is 405 and told those that it has', async (url, methods, allow) => {
  for (const method of methods)
    expect(await service().call(method, url)).toMatchObject({ status: 405, headers: { allow }, body: { code: 12 } })
})
