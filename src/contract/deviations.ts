import type { Finding } from '../report/finding.ts'
import type { Exchange } from './case.ts'

/** Something that a target does outside any document, and that is not held against it. */
export interface Deviation {
  readonly id: string
  /** What the ids of the cases start with in which it occurs. */
  readonly cases: string
  /** Whether an answer shows it. */
  readonly isSeen: (exchange: Exchange) => boolean
  /** The checks whose findings about such an answer it explains, and no others. */
  readonly explains: readonly string[]
  readonly reason: string
  /** Where the target's makers say so. */
  readonly reference: string
}

/** What is left of the findings, and the deviations that occurred. */
export interface Explained {
  readonly findings: readonly Finding[]
  readonly occurred: readonly Deviation[]
}

/** What a run gives to explain. */
export interface Judged {
  readonly exchanges: readonly Exchange[]
  readonly findings: readonly Finding[]
}

/** Takes out what known deviations explain. A deviation that no longer occurs is itself a finding. */
export function explained({ exchanges, findings }: Judged, deviations: readonly Deviation[]): Explained {
  const concerned = (deviation: Deviation) => exchanges.filter((one) => one.case.id.startsWith(deviation.cases))
  const seenIn = new Map(
    deviations.map((deviation) => {
      const seen = concerned(deviation).filter((one) => deviation.isSeen(one))
      return [deviation, new Set(seen.map((one) => one.case.id))] as const
    }),
  )
  const isExplained = ({ id, caseId = '' }: Finding) =>
    [...seenIn].some(([{ explains }, cases]) => cases.has(caseId) && explains.includes(id))
  const occurred = deviations.filter((deviation) => seenIn.get(deviation)?.size)
  const gone = deviations
    .filter((deviation) => !occurred.includes(deviation) && concerned(deviation).length > 0)
    .map(({ id, reason }) => ({
      id: 'known-deviation-gone',
      severity: 'error' as const,
      message: `The known deviation ${id} no longer occurs (${reason}); remove it from the list`,
    }))
  return { findings: [...findings.filter((finding) => !isExplained(finding)), ...gone], occurred }
}
