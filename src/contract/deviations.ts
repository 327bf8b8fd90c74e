import type { Model } from '../document/model.ts'
import type { Finding } from '../report/finding.ts'

/** Something that a target does outside any document, and that is not held against it. */
export interface Deviation {
  readonly id: string
  /** The check whose findings it explains. */
  readonly check: string
  /** What the case's id starts with. */
  readonly cases: string
  /** What the finding got, so that nothing else is explained away. */
  readonly got: string
  readonly reason: string
  /** Whether the document says enough for the check to see it. */
  readonly isVisible: (model: Model) => boolean
  /** Where the target's makers say so. */
  readonly reference: string
}

/** What is left of the findings, and the deviations that explained the others. */
export interface Explained {
  readonly findings: readonly Finding[]
  readonly occurred: readonly Deviation[]
}

/** What a run gives to explain. */
export interface Judged {
  readonly model: Model
  readonly caseIds: readonly string[]
  readonly findings: readonly Finding[]
}

/** Takes out what known deviations explain. A deviation that no longer occurs is itself a finding. */
export function explained({ model, caseIds, findings }: Judged, deviations: readonly Deviation[]): Explained {
  const explains = (deviation: Deviation, finding: Finding) =>
    finding.id === deviation.check &&
    finding.got === deviation.got &&
    (finding.caseId ?? '').startsWith(deviation.cases)
  const occurred = deviations.filter((deviation) => findings.some((finding) => explains(deviation, finding)))
  const left = findings.filter((finding) => !deviations.some((deviation) => explains(deviation, finding)))
  const gone = deviations
    .filter((deviation) => !occurred.includes(deviation) && deviation.isVisible(model))
    .filter(({ cases }) => caseIds.some((id) => id.startsWith(cases)))
    .map(({ id, reason }) => ({
      id: 'known-deviation-gone',
      severity: 'error' as const,
      message: `The known deviation ${id} no longer occurs (${reason}); remove it from the list`,
    }))
  return { findings: [...left, ...gone], occurred }
}
