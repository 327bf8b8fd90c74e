import { type Action, errors, headers, json, type Mutant, shown } from './plant.ts'

const known: readonly Action[] = [...shown, 'parameters']
/** The token that the suite is given; see sandboxToken. */
export const token = 'sandbox-token'
const right = (own: Record<string, string>) => ({ ...own, authorization: `Bearer ${token}` })

/** Doors that stand open, and one that is too narrow. */
export const authentication: readonly Mutant[] = [
  ...known.map((action) => ({
    id: `no-authentication-on-${action}`,
    caughtBy: 'authentication-not-enforced',
    plant: headers([action], right),
  })),
  {
    id: 'any-scheme-will-do',
    caughtBy: 'authentication-not-enforced',
    plant: headers(known, (own) =>
      own.authorization ? { ...own, authorization: own.authorization.replace(/^\w+ /, 'Bearer ') } : own,
    ),
  },
  {
    id: 'an-empty-token-will-do',
    caughtBy: 'authentication-not-enforced',
    plant: headers(known, (own) => (/^bearer\s*$/i.test(own.authorization ?? '') ? right(own) : own)),
  },
  {
    id: 'any-token-will-do',
    caughtBy: 'authentication-not-enforced',
    plant: headers(known, (own) => (/^bearer \S/i.test(own.authorization ?? '') ? right(own) : own)),
  },
  {
    id: 'a-token-need-only-begin-well',
    caughtBy: 'authentication-not-enforced',
    plant: headers(known, (own) => (own.authorization?.startsWith(`Bearer ${token}`) ? right(own) : own)),
  },
  {
    id: 'a-token-need-not-end',
    caughtBy: 'authentication-not-enforced',
    plant: headers(known, (own) =>
      /^Bearer \S{6,}$/.test(own.authorization ?? '') && `Bearer ${token}`.startsWith(own.authorization ?? '')
        ? right(own)
        : own,
    ),
  },
  {
    id: 'a-token-in-capitals-will-do',
    caughtBy: 'authentication-not-enforced',
    plant: headers(known, (own) => (own.authorization?.toLowerCase() === `bearer ${token}` ? right(own) : own)),
  },
  {
    id: 'a-token-without-scheme-will-do',
    caughtBy: 'authentication-not-enforced',
    plant: headers(known, (own) => (own.authorization === token ? right(own) : own)),
  },
  {
    id: 'lower-case-scheme-is-refused',
    caughtBy: 'valid-request-refused',
    plant: headers(known, (own) => (own.authorization?.startsWith('bearer') ? { ...own, authorization: '' } : own)),
  },
  {
    id: 'a-missing-token-is-a-bad-request',
    caughtBy: 'authentication-not-enforced',
    plant: errors((response) => (response.status === 401 ? json(400, { code: 3, message: 'Bad request' }) : response)),
  },
  {
    id: 'a-missing-token-is-not-found',
    caughtBy: 'authentication-not-enforced',
    plant: errors((response) => (response.status === 401 ? json(404, { code: 5, message: 'Not found' }) : response)),
  },
  {
    id: 'a-missing-token-breaks-the-service',
    caughtBy: 'server-error',
    plant: errors((response) => (response.status === 401 ? json(500, { code: 13, message: 'Failed' }) : response)),
  },
]
