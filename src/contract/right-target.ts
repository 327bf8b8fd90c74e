import { isJsonMediaType, type Response } from '../document/model.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { acceptedCase } from './accepted-case.ts'
import type { Exchange } from './case.ts'
import { bareMediaType, documentedResponse, mediaTypeOf, parsedBody } from './check.ts'
import type { Session } from './session.ts'
import type { Context } from './strategy.ts'

/**
 * Reads what can be read without knowing anything. Where all of it is answered by something else than the service that the
 * document is about, every case would be, and none of the findings would say so.
 *
 * @throws {CannotRunError} when the target refuses the token everywhere, redirects, has nothing at the paths, wants no more
 *   requests for now, is down behind a proxy, or answers with nothing, pages or plain text
 */
export async function requireRightTarget(context: Context, session: Session): Promise<void> {
  const readable = context.model.operations.filter(({ method, path }) => method === 'get' && !path.includes('{'))
  const exchanges: Exchange[] = []
  for (const operation of readable) {
    const one = acceptedCase(context, operation, `setup/${operation.operationId}`)
    const response = one && (await session.aside(one))
    if (response) exchanges.push({ case: one, response })
  }
  const [first] = exchanges
  const wrong = first && wrongTargets.find(({ isShownBy }) => exchanges.every(isShownBy))
  if (!wrong) return
  const { name, token } = session.target
  const reason = wrong.reason(first, token !== undefined)
  throw new CannotRunError(`${name} ${reason} (status ${first.response.status} for GET ${first.case.operation.path}).`)
}

interface WrongTarget {
  readonly isShownBy: (exchange: Exchange) => boolean
  readonly reason: (exchange: Exchange, hasToken: boolean) => string
}

const wrongTargets: readonly WrongTarget[] = [
  {
    isShownBy: ({ response: { status } }) => status === 401 || status === 403,
    reason: (_, hasToken) => (hasToken ? 'refuses the token' : 'needs a token; name its variable with --token-env'),
  },
  {
    isShownBy: (exchange) => isRedirect(exchange.response.status) && !namedResponse(exchange),
    reason: ({ response }) =>
      `answers with a redirect${addressIn(response)}, and none is followed; give --target the base URL that needs none`,
  },
  {
    isShownBy: ({ response: { status } }) => status === 404 || status === 405,
    reason: () => "has nothing at the document's paths; give --target the base URL that they follow",
  },
  {
    isShownBy: ({ response: { status } }) => status === 429,
    reason: () => 'asks for patience (too many requests); run again later',
  },
  {
    isShownBy: ({ response: { status } }) => status >= 502 && status <= 504,
    reason: () => 'is not there behind its proxy; run again once it is',
  },
  {
    isShownBy: isNothing,
    reason: () => 'answers with nothing; give --target the base URL of the API',
  },
  {
    isShownBy: isForeign,
    reason: (exchange) =>
      `answers with ${mediaTypeOf(exchange)}, as a login or another site does; give --target the base URL of the API`,
  },
]

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400
}

/** A success without the body that the document has for it. */
function isNothing(exchange: Exchange): boolean {
  const { status, text } = exchange.response
  return status >= 200 && status < 300 && text === '' && dueMediaTypes(exchange).length > 0
}

/** A page or a text where the document has something else. A service may well fail with a text, so of failures only pages. */
function isForeign(exchange: Exchange): boolean {
  const { status, text } = exchange.response
  const got = mediaTypeOf(exchange)
  if (got === '' || isJsonMediaType(got) || text === '' || !(parsedBody(exchange) instanceof SyntaxError)) return false
  const due = dueMediaTypes(exchange)
  if (due.some((mediaType) => mediaType.includes('*') || bareMediaType(mediaType) === got)) return false
  return got === 'text/html' || (status < 400 && due.length > 0)
}

/** The media types that the document has for an answer: for its status, else for a success, else for any. */
function dueMediaTypes(exchange: Exchange): string[] {
  const { responses } = exchange.case.operation
  const named = namedResponse(exchange)
  const successes = responses.filter(({ status }) => status.startsWith('2'))
  const due = named ? [named] : successes.length > 0 ? successes : responses
  return due.flatMap(({ content }) => content.map(({ mediaType }) => mediaType))
}

/** What the document says of the status by name; what it has for every status speaks of failures. */
function namedResponse(exchange: Exchange): Response | undefined {
  const response = documentedResponse(exchange)
  return response?.status === 'default' ? undefined : response
}

/** Where a redirect leads, without its query, which may hold a token. */
function addressIn({ headers: { location } }: Exchange['response']): string {
  return location === undefined ? '' : ` to ${location.replace(/[?#].*$/, '')}`
}
