import { htmlPage } from '../../report/html-page.ts'
import { htmlTable } from '../../report/html-table.ts'
import { type Markup, markup } from '../../report/markup.ts'
import type { Change } from '../change.ts'
import { type DiffReport, outcomeWords, proofWords, trialLines, whereWords } from '../diff-report.ts'
import type { DiffReporter } from '../reporter.ts'

/** A page that needs nothing else. */
export const html: DiffReporter = { id: 'html', render }

function render(report: DiffReport): string {
  const { base, revision, changes, falseAlarms, others } = report
  const [breaking, safe] = ['breaking', 'safe'].map((rating) => changes.filter((change) => change.rating === rating))
  return htmlPage({
    title: `${revision.name} beside ${base.name}`,
    introduction: outcomeWords(report),
    sections: [
      { id: 'breaking', title: 'Breaking', content: changesHtml(breaking ?? []) },
      { id: 'safe', title: 'Safe', content: changesHtml(safe ?? []) },
      { id: 'trials', title: 'Old and new together', content: listHtml(trialLines(report)) },
      {
        id: 'redocly',
        title: 'What redocly diff calls breaking, and is not',
        content: htmlTable({
          id: 'false-alarms',
          caption: 'False alarms',
          columns: ['Rule', 'What it says', 'Why it is none'],
          rows: falseAlarms.map(({ rule, message, because }) => [rule, message, because]),
        }),
      },
      {
        id: 'others',
        title: 'Other changes',
        content: htmlTable({
          id: 'texts',
          caption: 'Texts, examples and what hurts nobody',
          columns: ['Place', 'Change'],
          rows: others.map(({ place, message }) => [place, message]),
        }),
      },
    ],
  })
}

function listHtml(lines: readonly string[]): Markup {
  if (lines.length === 0) return markup`<p>None was tried.</p>\n`
  return markup`<ul>\n${lines.map((line) => markup`<li>${line}</li>\n`)}</ul>\n`
}

function changesHtml(changes: readonly Change[]): Markup {
  if (changes.length === 0) return markup`<p>None.</p>\n`
  return markup`${changes.map(changeHtml)}`
}

function changeHtml(change: Change): Markup {
  const { rating, audience, message, location, witness, redocly, id } = change
  const proof = proofWords(change)
  return markup`<article>
<h3><span class="${rating === 'breaking' ? 'error' : 'warning'}">${audience}</span> ${message}</h3>
<p>${whereWords(change)}</p>
<dl>
<dt>rule</dt><dd class="code">${id}</dd>
${location ? markup`<dt>written</dt><dd class="code">${location.file}:${location.line}</dd>\n` : markup``}${
  witness ? markup`<dt>value</dt><dd><pre>\n${JSON.stringify(witness.value, null, 2)}</pre></dd>\n` : markup``
}${proof ? markup`<dt>shown</dt><dd>${proof}</dd>\n` : markup``}${
  redocly ? markup`<dt>redocly diff</dt><dd>${redocly}</dd>\n` : markup``
}</dl>
</article>
`
}
