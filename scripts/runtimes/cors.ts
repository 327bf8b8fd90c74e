import type { Handler } from '../../src/sandbox/handler.ts'

/** Lets pages of any origin call a service (Fetch standard, CORS protocol): `*` would not cover `authorization`. */
export function withCors(handler: Handler): Handler {
  return async (request) => {
    const wanted = request.headers['access-control-request-method']
    const isPreflight = request.method === 'OPTIONS' && wanted !== undefined
    const answer = isPreflight ? { status: 204, headers: {}, body: '' } : await handler(request)
    const permission = {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'date, retry-after, x-request-id',
      ...(isPreflight && {
        'access-control-allow-methods': wanted,
        'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
        'access-control-max-age': '600',
      }),
    }
    return { ...answer, headers: { ...answer.headers, ...permission } }
  }
}
