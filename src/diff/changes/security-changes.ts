import { canonical } from '../../document/canonical.ts'
import type { Model, Operation, SecurityRequirement, SecurityScheme } from '../../document/model.ts'
import type { Change } from '../change.ts'
import type { OperationPair } from './paired-operations.ts'

/** What a caller has to show for one operation: what was enough and is not, what is enough now. */
export function securityChanges(models: readonly [Model, Model], { base, revision }: OperationPair): Change[] {
  const [before, after] = [ways(models[0], base), ways(models[1], revision)]
  const places = { base: base.pointer, revision: revision.pointer }
  const whereabouts = { audience: 'wire' as const, operations: [revision.operationId], where: ['security'], places }
  const lost = [...before].filter(([way]) => ![...after.keys()].some((other) => isEnough(way, other)))
  const won = [...after].filter(([way]) => ![...before.keys()].some((other) => isEnough(way, other)))
  return [
    ...lost.map(([, words]) => ({
      ...whereabouts,
      id: 'security-refused',
      rating: 'breaking' as const,
      message: `security: ${words} is no longer enough`,
    })),
    ...won.map(([, words]) => ({
      ...whereabouts,
      id: 'security-admitted',
      rating: 'safe' as const,
      message: `security: ${words} is enough now`,
    })),
  ]
}

/** Every set of credentials that is enough, as its schemes are seen on the wire, and in words. */
function ways({ securitySchemes }: Model, { security }: Operation): ReadonlyMap<string, string> {
  const all = security.length === 0 ? [{}] : security
  return new Map(all.map((requirement) => [wayOf(securitySchemes, requirement), wordsOf(securitySchemes, requirement)]))
}

/** What it is called does not matter; what it is and which scopes it needs does. */
function wayOf(schemes: Model['securitySchemes'], requirement: SecurityRequirement): string {
  const parts = Object.entries(requirement).map(([name, scopes]) =>
    JSON.stringify([canonical(schemes[name] ?? name), [...scopes].sort()]),
  )
  return JSON.stringify(parts.sort())
}

function wordsOf(schemes: Model['securitySchemes'], requirement: SecurityRequirement): string {
  const names = Object.entries(requirement).map(([name, scopes]) => {
    const words = schemeWords(schemes[name])
    return [`${name} (${words})`, ...scopes].join(' ')
  })
  return names.length === 0 ? 'no credential' : names.join(' with ')
}

function schemeWords(scheme: SecurityScheme | undefined): string {
  if (scheme === undefined) return 'not described'
  if (scheme.type === 'http') return `http ${scheme.scheme}`
  return scheme.type === 'apiKey' ? `${scheme.in} ${scheme.name}` : scheme.type
}

/** Whether a caller who shows the one set of credentials has shown the other, too. */
function isEnough(shown: string, asked: string): boolean {
  const parts: string[] = JSON.parse(shown)
  const wanted: string[] = JSON.parse(asked)
  return wanted.every((one) => parts.some((part) => holds(part, one)))
}

function holds(shown: string, asked: string): boolean {
  const [[scheme, scopes], [other, wanted]] = [JSON.parse(shown), JSON.parse(asked)]
  return JSON.stringify(scheme) === JSON.stringify(other) && wanted.every((scope: string) => scopes.includes(scope))
}
