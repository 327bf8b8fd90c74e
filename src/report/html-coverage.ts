import { coverageFigures, isAnswerGap, isConstraintGap, isPropertyGap } from './coverage-gaps.ts'
import { htmlTable } from './html-table.ts'
import { type Markup, markup } from './markup.ts'
import type { AnswerCoverage, ConstraintCoverage, Coverage, PropertyCoverage } from './run-report.ts'

/** What was reached, in three tables; gaps come first and say that they are. */
export function htmlCoverage({ answers, properties, constraints }: Coverage): Markup {
  return markup`<p>${coverageFigures({ answers, properties, constraints })}</p>
<h3>Answers</h3>
${answerTable(answers)}<h3>Properties</h3>
${propertyTable(properties)}<h3>Constraints</h3>
${constraintTable(constraints)}`
}

function answerTable(answers: readonly AnswerCoverage[]): Markup {
  return htmlTable({
    id: 'answers',
    caption: 'How often each operation answered with a status in a media type',
    columns: ['Operation', 'Status', 'Media type', 'State', 'Times'],
    rows: inOrder(answers, answerRank).map((row) => [
      row.operationId,
      row.status,
      row.mediaType || 'no body',
      row.documented ? state(isAnswerGap(row) ? 'never came' : '') : marked('not documented'),
      row.count,
    ]),
  })
}

function propertyTable(properties: readonly PropertyCoverage[]): Markup {
  return htmlTable({
    id: 'properties',
    caption: 'How often each property was sent in a valid request or seen in an answer',
    columns: ['Operation', 'Place', 'Pointer', 'State', 'Times'],
    rows: inOrder(properties, (row) => rank(isPropertyGap(row))).map((row) => [
      row.operationId,
      row.place,
      row.pointer,
      state(isPropertyGap(row) ? (row.place === 'request' ? 'never sent' : 'never seen') : ''),
      row.count,
    ]),
  })
}

function constraintTable(constraints: readonly ConstraintCoverage[]): Markup {
  return htmlTable({
    id: 'constraints',
    caption: 'How often each rule for a request was kept and broken',
    columns: ['Operation', 'Place', 'Pointer', 'Rule', 'State', 'Kept', 'Broken'],
    rows: inOrder(constraints, (row) => rank(isConstraintGap(row))).map((row) => [
      row.operationId,
      row.place,
      row.pointer,
      row.constraint,
      state(missingSides(row)),
      row.valid,
      row.invalid,
    ]),
  })
}

function missingSides({ valid, invalid }: ConstraintCoverage): string {
  const missing = [...(valid === 0 ? ['kept'] : []), ...(invalid === 0 ? ['broken'] : [])]
  return missing.length === 0 ? '' : `never ${missing.join(' or ')}`
}

/** Gaps first, then what came undescribed, then the rest. */
function answerRank(row: AnswerCoverage): number {
  return isAnswerGap(row) ? 0 : row.documented ? 2 : 1
}

function rank(isGap: boolean): number {
  return isGap ? 0 : 1
}

function inOrder<Row>(rows: readonly Row[], rankOf: (row: Row) => number): Row[] {
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b))
}

function state(gap: string): Markup {
  return gap ? marked(`gap: ${gap}`) : markup`reached`
}

function marked(text: string): Markup {
  return markup`<span class="warning">${text}</span>`
}
