import { CannotRunError } from '../report/cannot-run-error.ts'
import { acceptedCase } from './accepted-case.ts'
import type { Exchange } from './case.ts'
import { documentedResponse, mediaTypeOf } from './check.ts'
import type { Session } from './session.ts'
import type { Context } from './strategy.ts'

/**
 * Reads what can be read without knowing anything. Where all of it is answered by something else than the service that the
 * document is about, every case would be, and none of the findings would say so.
 *
 * @throws {CannotRunError} when the target refuses the token everywhere, leads elsewhere, has nothing at the paths, is down
 *   behind a proxy, or shows pages
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
    isShownBy: (exchange) => isRedirect(exchange.response.status) && documentedContent(exchange) === undefined,
    reason: ({ response }) => `leads elsewhere, and no redirect is followed; give --target ${addressIn(response)}`,
  },
  {
    isShownBy: ({ response: { status } }) => status === 404 || status === 405,
    reason: () => "has nothing at the document's paths; give --target the base URL that they follow",
  },
  {
    isShownBy: ({ response: { status } }) => status >= 502 && status <= 504,
    reason: () => 'is not there behind its proxy; run again once it is',
  },
  {
    isShownBy: (exchange) => mediaTypeOf(exchange) === pages && !documentedContent(exchange)?.includes(pages),
    reason: () => 'answers with pages, as a login or another site does; give --target the base URL of the API',
  },
]

const pages = 'text/html'

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400
}

/** The media types that the document has for an answer; what it has for every status speaks of failures. */
function documentedContent(exchange: Exchange): readonly string[] | undefined {
  const response = documentedResponse(exchange)
  return response?.status === 'default' ? undefined : response?.content.map(({ mediaType }) => mediaType)
}

/** Where a redirect leads, without its query, which may hold a token. */
function addressIn({ headers: { location } }: Exchange['response']): string {
  return location === undefined ? 'the base URL that is meant' : `what leads to ${location.replace(/[?#].*$/, '')}`
}
