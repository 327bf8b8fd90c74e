import { expect, test } from 'vitest'
import { textReport } from '../../src/report/text-reporter.ts'

const place = (line: number, file = 'openapi.yaml') => ({ location: { file, line, pointer: '#/paths' } })

test('a finding names what, where and every fact that it carries', () => {
  const text = textReport([
    {
      id: 'invalid-body',
      severity: 'error',
      operationId: 'getPet',
      caseId: 'example/getPet',
      message: 'The body breaks its schema',
      pointer: '#/name',
      expected: 'must be string',
      got: '7',
      curl: "curl -i 'http://host/pet'",
      seed: 7,
    },
  ])
  expect(text).toBe(`error invalid-body  getPet example/getPet
  The body breaks its schema
    pointer: #/name
    expected: must be string
    got: 7
    curl: curl -i 'http://host/pet'
    seed: 7
`)
})

test('no text of a service looks like another finding or steers the terminal', () => {
  const got = 'a\n    curl: rm\nerror odd\u001b[2J'
  expect(textReport([{ id: 'invalid-body', severity: 'error', message: 'No', got, curl: "curl -d 'a\nb'" }])).toBe(
    `error invalid-body
  No
    got: a
          curl: rm
      error odd\\u001b[2J
    curl: curl -d 'a
b'
`,
  )
})

test('a finding that has no place comes before those that have one', () => {
  const anywhere = { id: 'anywhere', severity: 'error', message: 'a' } as const
  const somewhere = { id: 'somewhere', severity: 'error', message: 'b', ...place(1) } as const
  const expected = 'error anywhere\n  a\nerror somewhere  openapi.yaml:1 #/paths\n  b\n'
  expect(textReport([anywhere, somewhere])).toBe(expected)
  expect(textReport([somewhere, anywhere])).toBe(expected)
})

test.each([[[1, 2, 3]], [[2, 3, 1]], [[3, 2, 1]]])('lines %j of one file come in their order', (lines) => {
  const text = textReport(lines.map((line) => ({ id: 'odd', severity: 'error', message: 'a', ...place(line) })))
  expect(text.match(/(?<=yaml:)\d/g)).toEqual(['1', '2', '3'])
})

test('findings come in the order of their places, errors last', () => {
  const text = textReport([
    { id: 'third', severity: 'error', message: 'c', ...place(9) },
    { id: 'fourth', severity: 'error', message: 'd', ...place(1, 'other.yaml') },
    { id: 'second', severity: 'error', message: 'b', ...place(2) },
    { id: 'first', severity: 'warning', message: 'a\nmore', ...place(20) },
  ])
  expect(text).toBe(`warning first  openapi.yaml:20 #/paths
  a
  more
error second  openapi.yaml:2 #/paths
  b
error third  openapi.yaml:9 #/paths
  c
error fourth  other.yaml:1 #/paths
  d
`)
})
