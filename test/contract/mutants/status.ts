import { actionOf, bodyOf, errors, instead, json, type Mutant, responses, withBody } from './plant.ts'

/** Statuses that are not due. */
export const status: readonly Mutant[] = [
  {
    id: 'create-answers-201',
    caughtBy: 'valid-request-refused',
    plant: responses(['create'], (response) => (response.status === 200 ? { ...response, status: 201 } : response)),
  },
  {
    id: 'update-answers-202',
    caughtBy: 'valid-request-refused',
    plant: responses(['update'], (response) => (response.status === 200 ? { ...response, status: 202 } : response)),
  },
  {
    id: 'delete-answers-204',
    caughtBy: 'valid-request-refused',
    plant: responses(['delete'], (response) =>
      response.status === 200 ? { status: 204, headers: {}, body: '' } : response,
    ),
  },
  {
    id: 'get-redirects',
    caughtBy: 'valid-request-refused',
    plant: instead(
      (request) => actionOf(request) === 'get',
      ({ url }) => ({ status: 302, headers: { location: `${url}/` }, body: '' }),
    ),
  },
  {
    id: 'unknown-gateway-is-an-empty-success',
    caughtBy: 'invalid-request-accepted',
    plant: responses(['get'], (response) => (response.status === 404 ? json(200, {}) : response)),
  },
  {
    id: 'update-of-an-unknown-gateway-succeeds',
    caughtBy: 'invalid-request-accepted',
    plant: responses(['update'], (response, request) =>
      response.status === 404 ? json(200, { gateway: { spec: bodyOf(request) } }) : response,
    ),
  },
  {
    id: 'delete-of-an-unknown-gateway-fails',
    caughtBy: 'server-error',
    plant: responses(['delete'], (response) => (response.status === 404 ? json(500, { code: 13 }) : response)),
  },
  {
    id: 'invalid-requests-are-server-errors',
    caughtBy: 'server-error',
    plant: errors((response) => (response.status === 400 ? { ...response, status: 500 } : response)),
  },
  {
    id: 'long-names-fail',
    caughtBy: 'server-error',
    plant: responses(['create'], (response, request) =>
      bodyOf(request)?.name?.length === 38 ? withBody({ ...response, status: 503 }, { code: 14 }) : response,
    ),
  },
  {
    id: 'undocumented-method-works',
    caughtBy: 'undocumented-operation',
    plant: responses(['other'], (response, { method }) => (method === 'PUT' ? json(200, {}) : response)),
  },
  {
    id: 'undocumented-path-works',
    caughtBy: 'undocumented-operation',
    plant: responses(['other'], (response, { method }) => (method === 'GET' ? json(200, {}) : response)),
  },
]
