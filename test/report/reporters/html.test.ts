import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { html } from '../../../src/report/reporters/html.ts'
import { summaryRows } from '../../../src/report/summary-rows.ts'
import { sectionOf, tablesOf, textsOf } from '../read-html.ts'
import { sampleRun } from '../sample-run.ts'

const render = () => html.render(sampleRun)

test('the title says where the run went and how, and the first line what it shows', () => {
  const page = render()
  expect(textsOf(page, 'title', 'h1')).toEqual(Array(2).fill('Contract run against Prism: 1 of 3 cases failed'))
  expect(textsOf(page, 'p')[0]).toBe('A green run proves that the mock and the document agree.')
})

test('the contents name every section and lead to it', () => {
  const page = render()
  const sections = [...page.matchAll(/<section aria-labelledby="([^"]*)">\n<h2 id="\1">([^<]*)<\/h2>/g)]
  expect(sections.map(([, id, title]) => `${id}: ${title}`)).toEqual([
    'summary: Summary',
    'findings: Findings',
    'slowest: Slowest cases',
    'coverage: Coverage',
  ])
  expect(textsOf(page, 'a')).toEqual(sections.map(([, , title]) => title))
  expect([...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id)).toEqual(sections.map(([, id]) => id))
})

test('the summary holds the figures of the run and its notes', () => {
  const summary = sectionOf(render(), 'summary')
  expect(tablesOf(summary)).toEqual([
    {
      id: 'counts',
      caption: 'The run in figures',
      columns: ['What', 'How much'],
      rows: summaryRows(sampleRun),
    },
  ])
  expect(textsOf(summary, 'h3', 'li')).toEqual(['Notes', ...sampleRun.summary.notes])
})

test('a run without notes has no heading for them', () => {
  const quiet = html.render({ ...sampleRun, summary: { ...sampleRun.summary, notes: [] } })
  expect(textsOf(sectionOf(quiet, 'summary'), 'h2', 'h3')).toEqual(['Summary'])
  expect(tablesOf(sectionOf(quiet, 'summary'))).toHaveLength(1)
})

test('the findings and the coverage stand in their sections', () => {
  expect(textsOf(sectionOf(render(), 'findings'), 'h4')).toHaveLength(sampleRun.findings.length)
  expect(tablesOf(sectionOf(render(), 'coverage')).map(({ id }) => id)).toEqual([
    'answers',
    'properties',
    'constraints',
  ])
})

test('the cases that took longest stand slowest first, and no more than ten', () => {
  const slowest = (text: string) => tablesOf(sectionOf(text, 'slowest'))
  expect(slowest(render())).toEqual([
    {
      id: 'slowest-cases',
      caption: 'The cases that took longest, 10 at most',
      columns: ['Case', 'Operation', 'Time'],
      rows: [
        ['example/getPet', 'getPet', '813 ms'],
        ['example/createPet', 'createPet', '20 ms'],
        ['broken/getPet', 'getPet', '3 ms'],
      ],
    },
  ])
  const cases = Array.from({ length: 12 }, (_, index) => ({ id: `${index}`, operationId: 'a', durationMs: index }))
  const [first] = slowest(html.render({ ...sampleRun, cases }))
  expect(first?.rows.map(([id]) => id)).toEqual(['11', '10', '9', '8', '7', '6', '5', '4', '3', '2'])
})

test('the page may use its own style alone, which the policy knows by its hash', () => {
  const page = render()
  const [style = ''] = textsOf(page, 'style')
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`)
})

test('the page names nothing that could be asked for', () => {
  expect(render()).not.toMatch(/<(script|link|img|iframe|object)|\bsrc=|href="(?!#)|url\(|@import| style=| on\w+=/)
})
