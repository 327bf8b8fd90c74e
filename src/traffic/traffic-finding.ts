import type { SourceDocument } from '../document/read-document.ts'
import type { Location, Severity } from '../report/finding.ts'
import { cutText } from '../report/visible-text.ts'
import { entryLines } from './entry-lines.ts'
import type { TrafficReport } from './judge-traffic.ts'
import type { Recorded } from './recorded.ts'
import type { Remark } from './remark.ts'

/** What is told of a recorded entry, without secrets. */
export interface TrafficFinding {
  readonly id: string
  readonly severity: Severity
  readonly message: string
  readonly side: Remark['side']
  readonly entry: EntryPlace
  readonly operationId?: string
  readonly pointer?: string
  readonly expected?: string
  readonly got?: string
  /** Where the document describes the operation. */
  readonly document?: Location
}

/** An entry, as a reader finds it again. */
export interface EntryPlace {
  /** From 0. */
  readonly index: number
  /** In the HAR file, from 1. */
  readonly line: number
  readonly startedAt?: string
  readonly method: string
  /** With the query, but for its secrets. */
  readonly path: string
  readonly status: number
}

/** The findings of a report, with the lines of the files that they are about. */
export function trafficFindings(
  { remarks, clean }: TrafficReport,
  { harText, locate }: { readonly harText: string; readonly locate: SourceDocument['locate'] },
): TrafficFinding[] {
  const lines = remarks.length === 0 ? [] : entryLines(harText)
  return remarks.map((remark) => {
    const { id, severity, message, side, entry, operation, pointer, expected, got } = remark
    const document = operation && locate(operation.pointer)
    return {
      ...{ id: clean(id), severity, message: clean(message), side },
      entry: placeOf(entry, lines[entry.index] ?? 1, clean),
      ...(operation && { operationId: operation.operationId }),
      ...(pointer !== undefined && { pointer: clean(pointer) }),
      ...(expected !== undefined && { expected: clean(expected) }),
      ...(got !== undefined && { got: clean(got) }),
      ...(document && { document }),
    }
  })
}

function placeOf(
  { index, startedAt, method, url, response }: Recorded,
  line: number,
  clean: TrafficReport['clean'],
): EntryPlace {
  return {
    ...{ index, line },
    ...(startedAt !== undefined && { startedAt }),
    method: clean(cutText(method, 20)),
    path: cutText(clean(url.replace(/^\w+:\/\/[^/?]*/, '')), 300),
    status: response?.status ?? 0,
  }
}
