import {
  type Action,
  actionOf,
  answers,
  bodyOf,
  headers,
  instead,
  json,
  type Loose,
  type Mutant,
  type Plant,
  requests,
  responses,
} from './plant.ts'

const writes: readonly Action[] = ['create', 'update']
const isText = (value: unknown): value is string => typeof value === 'string'

/** A rule that is no longer enforced: the request is mended before the service sees it. */
const gap = (id: string, mend: (body: Loose) => Loose, actions: readonly Action[] = writes): Mutant => ({
  id,
  caughtBy: 'invalid-request-accepted',
  plant: requests(actions, mend),
})

/** A valid request that is refused. */
const tooStrict = (id: string, isMeant: (body: Loose) => boolean): Mutant => ({
  id,
  caughtBy: 'valid-request-refused',
  plant: responses(writes, (response, request) =>
    isMeant(bodyOf(request) ?? {}) ? json(400, { code: 3, message: 'Not valid' }) : response,
  ),
})

const routings = ['bodyBasedRouting', 'headerBasedRouting', 'pathBasedRouting']
const firstRouting = (body: Loose) => {
  const extra = routings.filter((name) => name in body).slice(1)
  return Object.fromEntries(Object.entries(body).filter(([name]) => !extra.includes(name)))
}

/** Rules of requests that are not enforced, and one-offs that are enforced though they are none. */
export const validation: readonly Mutant[] = [
  {
    id: 'a-zone-on-offer-is-refused',
    caughtBy: 'valid-request-refused',
    plant: answers(['parameters'], ({ zones }) => ({ zones: [...zones, 'US-WEST-01A'] })),
  },
  {
    id: 'a-charset-is-refused',
    caughtBy: 'valid-request-refused',
    plant: instead(
      (request) => /charset/.test(request.headers['content-type'] ?? ''),
      () => json(415, { code: 3, message: 'Not that charset' }),
    ),
  },
  gap('both-authentications-are-accepted', (body) =>
    body.coreWeaveAuth ? { ...body, weightsAndBiasesAuth: undefined } : body,
  ),
  gap('no-authentication-member-is-accepted', (body) =>
    body.coreWeaveAuth || body.weightsAndBiasesAuth ? body : { ...body, coreWeaveAuth: {} },
  ),
  gap('two-routings-are-accepted', firstRouting),
  gap('no-routing-is-accepted', (body) =>
    routings.some((name) => name in body) ? body : { ...body, pathBasedRouting: {} },
  ),
  gap('long-names-are-accepted', (body) => (isText(body.name) ? { ...body, name: body.name.slice(0, 38) } : body), [
    'create',
  ]),
  gap('empty-names-are-accepted', (body) => (body.name === '' ? { ...body, name: 'unnamed' } : body), ['create']),
  gap('a-missing-name-is-accepted', (body) => ({ name: 'unnamed', ...body }), ['create']),
  gap('missing-zones-are-accepted', (body) => ({ zones: [], ...body })),
  gap('a-text-for-zones-is-accepted', (body) => (isText(body.zones) ? { ...body, zones: [] } : body)),
  gap('one-zone-for-a-list-of-zones-is-accepted', (body) =>
    isText(body.zones) ? { ...body, zones: [body.zones] } : body,
  ),
  gap('a-number-for-a-zone-is-accepted', (body) =>
    Array.isArray(body.zones) ? { ...body, zones: body.zones.filter(isText) } : body,
  ),
  gap('unknown-zones-are-accepted', (body) =>
    Array.isArray(body.zones) && body.zones.every(isText) ? { ...body, zones: [] } : body,
  ),
  gap(
    'any-identifier-is-accepted',
    ({ id, ...body }) =>
      isText(id) && !/^[\da-f-]{36}$/i.test(id) ? body : { ...body, ...(id !== undefined && { id }) },
    ['create'],
  ),
  gap('a-key-without-its-server-is-accepted', (body) => {
    const auth = body.weightsAndBiasesAuth
    return isText(auth?.apiKey) && !auth.serverUrl
      ? { ...body, weightsAndBiasesAuth: { ...auth, serverUrl: 'https://api.wandb.ai' } }
      : body
  }),
  gap('any-server-url-is-accepted', (body) => {
    const auth = body.weightsAndBiasesAuth
    return isText(auth?.serverUrl) && !URL.canParse(auth.serverUrl)
      ? { ...body, weightsAndBiasesAuth: { ...auth, serverUrl: 'https://api.wandb.ai' } }
      : body
  }),
  gap('any-api-type-is-accepted', (body) =>
    isText(body.bodyBasedRouting?.apiType) ? { ...body, bodyBasedRouting: {} } : body,
  ),
  gap('large-numbers-are-accepted', (body) =>
    body.bodyBasedRouting?.apiType > 2 ** 31 ? { ...body, bodyBasedRouting: {} } : body,
  ),
  gap('long-header-names-are-accepted', (body) =>
    body.headerBasedRouting?.headerName?.length > 100 ? { ...body, headerBasedRouting: {} } : body,
  ),
  gap('too-many-address-ranges-are-accepted', (body) => {
    const ranges = body.endpointConfiguration?.allowedSourceIpRanges
    return ranges?.length > 50
      ? { ...body, endpointConfiguration: { allowedSourceIpRanges: ranges.slice(0, 50) } }
      : body
  }),
  {
    id: 'update-needs-no-identifier-in-its-body',
    caughtBy: 'invalid-request-accepted',
    plant: requests(['update'], (body, { url }) => ({ id: url.split('/').at(-1), ...body })),
  },
  {
    id: 'any-moment-is-accepted-by-the-filter',
    caughtBy: 'invalid-request-accepted',
    plant: responses(['list'], (response) => (response.status === 400 ? json(200, { items: [] }) : response)),
  },
  {
    id: 'any-path-identifier-is-accepted',
    caughtBy: 'invalid-request-accepted',
    plant: responses(['get'], (response) => (response.status === 400 ? json(200, { gateway: {} }) : response)),
  },
  {
    id: 'malformed-json-is-taken-for-nothing',
    caughtBy: 'invalid-request-accepted',
    plant: malformed(() => json(200, { gateway: {} })),
  },
  {
    id: 'malformed-json-breaks-the-service',
    caughtBy: 'server-error',
    plant: malformed(() => json(500, { code: 13, message: 'Failed' })),
  },
  {
    id: 'any-media-type-is-accepted',
    caughtBy: 'invalid-request-accepted',
    plant: headers(writes, (own) => ({ ...own, 'content-type': 'application/json' })),
  },
  tooStrict('names-of-38-characters-are-refused', ({ name }) => name?.length === 38),
  tooStrict('short-names-are-refused', ({ name }) => name?.length === 1),
  tooStrict('no-zone-is-refused', ({ zones }) => zones?.length === 0),
  tooStrict('zones-in-lower-case-are-refused', ({ zones }) => zones?.[0] === 'us-east-04a'),
  tooStrict('a-missing-identifier-is-refused', (body) => !('id' in body)),
  tooStrict(
    'fifty-address-ranges-are-refused',
    ({ endpointConfiguration: own }) => own?.allowedSourceIpRanges?.length === 50,
  ),
  tooStrict(
    'header-names-of-100-characters-are-refused',
    ({ headerBasedRouting: own }) => own?.headerName?.length === 100,
  ),
  tooStrict(
    'weights-and-biases-without-key-is-refused',
    ({ weightsAndBiasesAuth: own }) => own !== undefined && !own?.apiKey,
  ),
  tooStrict('a-missing-endpoint-configuration-is-refused', (body) => !('endpointConfiguration' in body)),
  tooStrict('api-type-by-name-is-refused', ({ bodyBasedRouting: own }) => own?.apiType === 'API_TYPE_OPENAI'),
]

function malformed(answer: () => ReturnType<typeof json>): Plant {
  return instead((request) => writes.includes(actionOf(request)) && bodyOf(request) === undefined, answer)
}
