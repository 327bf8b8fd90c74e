import { shownPath } from '../document/locations.ts'
import { readDocument } from '../document/read-document.ts'
import { readModel } from '../document/read-model.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { counted } from '../report/summary-rows.ts'
import { judgeTraffic, type TrafficCounts } from './judge-traffic.ts'
import { readHar } from './read-har.ts'
import { type TrafficFinding, trafficFindings } from './traffic-finding.ts'

/** All that is told of a recording. */
export interface TrafficResult {
  /** The HAR file, as the user would type it. */
  readonly file: string
  readonly counts: TrafficCounts
  readonly notes: readonly string[]
  readonly findings: readonly TrafficFinding[]
  readonly errors: number
  readonly warnings: number
  /** One line. */
  readonly summary: string
}

/**
 * Judges a HAR file by a document.
 *
 * @throws {CannotRunError} when one of them cannot be read, or they have nothing in common
 */
export async function trafficResult(
  file: string,
  { spec, server }: { readonly spec: string; readonly server: string | undefined },
): Promise<TrafficResult> {
  const har = readHar(file)
  const { bundle, locate } = await readDocument(spec)
  const model = readModel(bundle)
  if (model.operations.length === 0)
    throw new CannotRunError(`${spec} describes no operation; there is nothing to judge by.`)
  const report = await judgeTraffic(har.entries, { bundle, model, server })
  const findings = trafficFindings(report, { harText: har.text, locate })
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  const { counts, notes } = report
  return {
    file: shownPath(file),
    counts,
    notes,
    findings,
    errors,
    warnings,
    summary: summaryOf(counts, errors, warnings),
  }
}

function summaryOf(
  { entries, judged, elsewhere, unanswered, ofBrowser }: TrafficCounts,
  errors: number,
  warnings: number,
): string {
  const others = [
    [elsewhere, 'to other servers'],
    [unanswered, 'without an answer'],
    [ofBrowser, "of the browser's own"],
  ] as const
  const left = others.filter(([count]) => count > 0).map(([count, what]) => `, ${count} ${what}`)
  const verdict = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
  return `${judged} of ${counted(entries, 'entry').replace(/entrys$/, 'entries')} judged${left.join('')}: ${verdict}`
}
