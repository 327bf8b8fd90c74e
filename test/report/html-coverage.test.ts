import { expect, test } from 'vitest'
import { htmlCoverage } from '../../src/report/html-coverage.ts'
import { tablesOf, textsOf } from './read-html.ts'
import { sampleRun } from './sample-run.ts'

const render = () => htmlCoverage(sampleRun.coverage).markup

test('three tables under a heading each follow the figures', () => {
  expect(textsOf(render(), 'p', 'h3')).toEqual([
    '1 of 3 documented answers, 1 of 3 properties, 1 of 4 constraints on both sides',
    ...['Answers', 'Properties', 'Constraints'],
  ])
})

test('answers that never came stand first, then what nobody documented', () => {
  expect(tablesOf(render())[0]).toEqual({
    id: 'answers',
    caption: 'How often each operation answered with a status in a media type',
    columns: ['Operation', 'Status', 'Media type', 'State', 'Times'],
    rows: [
      ['getPet', '404', 'application/json', 'gap: never came', '0'],
      ['deletePet', '204', 'no body', 'gap: never came', '0'],
      ['getPet', '418', 'no body', 'not documented', '1'],
      ['getPet', '200', 'application/json', 'reached', '2'],
    ],
  })
})

test('properties that were never sent or seen stand first', () => {
  expect(tablesOf(render())[1]).toEqual({
    id: 'properties',
    caption: 'How often each property was sent in a valid request or seen in an answer',
    columns: ['Operation', 'Place', 'Pointer', 'State', 'Times'],
    rows: [
      ['createPet', 'request', '#/tags/0', 'gap: never sent', '0'],
      ['createPet', 'response', '#/id', 'gap: never seen', '0'],
      ['createPet', 'request', '#/name', 'reached', '4'],
    ],
  })
})

test('rules of which a side was never tried stand first, and name it', () => {
  expect(tablesOf(render())[2]).toEqual({
    id: 'constraints',
    caption: 'How often each rule for a request was kept and broken',
    columns: ['Operation', 'Place', 'Pointer', 'Rule', 'State', 'Kept', 'Broken'],
    rows: [
      ['createPet', 'body', '#/name', 'required name', 'gap: never broken', '3', '0'],
      ['createPet', 'body', '#/name', 'pattern', 'gap: never kept', '0', '2'],
      ['createPet', 'body', '#/name', 'oneOf', 'gap: never kept or broken', '0', '0'],
      ['createPet', 'body', '#/name', 'minLength', 'reached', '3', '1'],
    ],
  })
})

test('gaps and what nobody documented are marked as warnings, and nothing else is', () => {
  const html = render()
  const marked = [...html.matchAll(/<span class="warning">([^<]*)<\/span>/g)].map(([, text]) => text)
  const states = tablesOf(html).flatMap(({ columns, rows }) => rows.map((row) => row[columns.indexOf('State')]))
  expect(marked).toEqual(states.filter((state) => state !== 'reached'))
})
