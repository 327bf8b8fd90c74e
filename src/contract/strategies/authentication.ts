import type { Case } from '../case.ts'
import { needsToken, tokenKey } from '../coverage.ts'
import { cutMark, noCredentials, otherCaseMark, tokenMark } from '../credentials.ts'
import { requestText } from '../request.ts'
import type { Context } from '../strategy.ts'

/** Valid requests without a token, and with what only looks like one, for every operation that asks for one. */
export function authentication(context: Context): Case[] {
  return [
    ...withHeaders(context, 'missing-token', [{ name: '', because: 'there is no token', headers: {} }]),
    ...bearerCases(context, 'unusable-token', unusable),
  ]
}

/** Tokens that are wrong; who accepts any token cannot tell. */
export function wrongTokens(context: Context): Case[] {
  return bearerCases(context, 'wrong-token', wrong)
}

/** The scheme's name in lower case (RFC 9110, section 11.1: schemes are case-insensitive). */
export function lowerCaseScheme(context: Context): Case[] {
  const bearer = { name: '', because: '', headers: { authorization: `bearer ${tokenMark}` } }
  const cases = bearerCases(context, 'lower-case-scheme', [bearer])
  return cases.map((one) => ({ ...one, expectation: { kind: 'accepted' }, covers: [] }))
}

interface Attempt {
  readonly name: string
  readonly because: string
  readonly headers: { readonly authorization?: string }
}

const unusable: readonly Attempt[] = [
  { name: 'empty', because: 'the token is empty', headers: { authorization: 'Bearer ' } },
  { name: 'no-scheme', because: 'there is a token without its scheme', headers: { authorization: tokenMark } },
  {
    name: 'basic',
    because: 'the scheme is not the one that is asked for',
    headers: { authorization: `Basic ${tokenMark}` },
  },
]

const wrong: readonly Attempt[] = [
  { name: 'unknown', because: 'the token is another', headers: { authorization: 'Bearer no-such-token' } },
  { name: 'longer', because: 'the token has a character too many', headers: { authorization: `Bearer ${tokenMark}x` } },
  { name: 'cut', because: 'the token lacks its last character', headers: { authorization: `Bearer ${cutMark}` } },
  {
    name: 'other-case',
    because: 'the letters of the token are of the other case',
    headers: { authorization: `Bearer ${otherCaseMark}` },
  },
]

function bearerCases(context: Context, strategy: string, attempts: readonly Attempt[]): Case[] {
  const { securitySchemes } = context.model
  const isBearer = (name: string) => {
    const scheme = securitySchemes[name]
    return scheme?.type === 'http' && scheme.scheme.toLowerCase() === 'bearer'
  }
  return withHeaders(context, strategy, attempts).filter(({ operation }) =>
    operation.security.every((alternative) => Object.keys(alternative).every(isBearer)),
  )
}

function withHeaders({ model, requests }: Context, strategy: string, attempts: readonly Attempt[]): Case[] {
  return model.operations.filter(needsToken).flatMap((operation) => {
    const valid = requests(operation)
    if (!valid) return []
    const bare = { ...valid.parts, credentials: noCredentials }
    return attempts.map(({ name, because, headers }) => ({
      id: [strategy, operation.operationId, ...(name === '' ? [] : [name])].join('/'),
      operation,
      request: requestText(operation, bare, headers),
      expectation: { kind: 'refused' as const, because, about: 'token' as const },
      covers: strategy === 'missing-token' ? [tokenKey(operation)] : [],
    }))
  })
}
