import type { Change } from './change.ts'
import type { Exchange } from './exchanges/exchanges.ts'
import type { FalseAlarm } from './opinion/second-opinion.ts'
import type { Bump } from './version/version-bump.ts'

/** All that a comparison has to say. */
export interface DiffReport {
  readonly base: Named
  readonly revision: Named
  /** Breaking before safe. */
  readonly changes: readonly Change[]
  /** What `redocly diff` calls breaking, and is not. */
  readonly falseAlarms: readonly FalseAlarm[]
  /** Texts, examples and what else hurts nobody. */
  readonly others: readonly { readonly message: string; readonly place: string }[]
  /** How many values were tried on both revisions. */
  readonly tried: number
  /** What became of code that was written for the base; undefined where none was tried. */
  readonly trials: Trials | undefined
  readonly bump: Bump
  /** The lowest version that the revision may be released as; undefined where the base's is no SemVer. */
  readonly nextVersion: string | undefined
}

/** Uses compiled, and clients led to mocks. */
export interface Trials {
  /** How many uses compile with what is generated from the base. */
  readonly uses: number
  /** How many of these compile no more with what is generated from the revision. */
  readonly broken: number
  readonly exchanges: readonly Exchange[]
}

interface Named {
  readonly name: string
  /** Its `info.version`. */
  readonly version: string
}

/** The changes that hurt somebody. */
export function breakingChanges({ changes }: Pick<DiffReport, 'changes'>): readonly Change[] {
  return changes.filter(({ rating }) => rating === 'breaking')
}

/** The result in one line. */
export function outcomeWords({ changes, base, revision, bump, nextVersion }: DiffReport): string {
  if (bump === 'none') return `${revision.name} says the same as ${base.name}`
  const breaking = changes.filter(({ rating }) => rating === 'breaking').length
  const counts = [
    `${breaking === 0 ? 'nothing' : breaking} breaking`,
    ...(changes.length > breaking ? [`${changes.length - breaking} safe`] : []),
  ]
  const version = nextVersion === undefined ? '' : `: ${base.version} → ${nextVersion} or higher`
  return `${counts.join(', ')}; a ${bump} change${version}`
}

/** The operations and places that a change is about. */
export function whereWords({ operations, where }: Change): string {
  return [operations.join(', '), where.join(', ')].filter((part) => part !== '').join(': ')
}

/** How a breaking change is shown, or why nothing shows it; undefined for what is not about values. */
export function proofWords({ witness, tried }: Change): string | undefined {
  if (witness) {
    const { validIn, because } = witness
    return `valid in the ${validIn}, not in the ${validIn === 'base' ? 'revision' : 'base'}: ${because}`
  }
  return tried === undefined ? undefined : `no value shows it; ${tried} were tried`
}

/** What became of code, a line for each kind; empty where none was tried. */
export function trialLines({ trials }: DiffReport): string[] {
  if (!trials) return []
  const names = { base: 'old', revision: 'new' } as const
  const lines = trials.exchanges.map(({ client, mock, calls, failed }) => {
    const operations = [...new Set(failed.map(({ operationId }) => operationId))].join(', ')
    const loss = failed.length === 0 ? '' : `; ${failed.length} failed: ${operations}`
    return `${names[client]} client → ${names[mock]} mock: ${calls - failed.length} of ${calls} calls work${loss}`
  })
  const { uses, broken } = trials
  return [`${uses - broken} of ${uses} uses of the old types compile with the new ones`, ...lines]
}
