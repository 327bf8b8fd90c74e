import { expect, test } from 'vitest'
import { briefFindings } from '../../src/report/brief-findings.ts'
import type { Finding } from '../../src/report/finding.ts'
import { textReport } from '../../src/report/text-reporter.ts'
import { hostileRun, sampleRun } from './sample-run.ts'

const odd = { id: 'odd', severity: 'error', message: 'It is odd' } as const

/** The finding called `a1` is of operation `a`; one that begins with a capital letter says what no other says. */
const named = (name: string): Finding => {
  const [operationId = ''] = name
  return { ...odd, operationId, caseId: name, ...(/^[A-Z]/.test(name) && { message: name }) }
}

/** The cases of the findings that are shown, and how many are left out of how many operations. */
const outline = (text: string) =>
  text
    .match(/(?<=^(error|warning) odd {2}\w )\w+$|^ {2}… and \d+ more like it in \d+ operations?/gm)
    ?.map((line) => line.replace(/ {2}… and (\d+) more like it in (\d+) .*/, '+$1/$2'))
    .join(' ')

test('of findings that say the same three are printed in full, and the rest is counted', () => {
  const of = (operationId: string, item: number): Finding => {
    const pointer = `#/items/${item}/at`
    return { ...odd, operationId, message: `It breaks: /items/${item}/at is odd`, pointer, curl: 'curl -i' }
  }
  const findings = [of('listPets', 0), of('listPets', 10), of('getPet', 2), of('getCat', 3), of('getPet', 4)]
  expect(briefFindings(findings)).toBe(`error odd  listPets
  It breaks: /items/0/at is odd
    pointer: #/items/0/at
    curl: curl -i
error odd  getPet
  It breaks: /items/2/at is odd
    pointer: #/items/2/at
    curl: curl -i
error odd  getCat
  It breaks: /items/3/at is odd
    pointer: #/items/3/at
    curl: curl -i
  … and 2 more like it in 2 operations; --report json=FILE has them all
`)
})

test.each([
  ['three stay where they came', 'a1 X b1 Y a2', 'a1 X b1 Y a2'],
  ['of four one is left out', 'a1 a2 a3 a4', 'a1 a2 a3 +1/1'],
  ['many stand where the first of them came', 'X a1 Y a2 a3 Z a4', 'X a1 a2 a3 +1/1 Y Z'],
  ['one of another operation is shown first, in its place', 'a1 a2 a3 b1', 'a1 a2 b1 +1/1'],
  ['three of different operations are shown first', 'a1 a2 b1 b2 c1', 'a1 b1 c1 +2/2'],
  ['an operation is counted once', 'a1 b1 c1 d1 e1 d2 a2', 'a1 b1 c1 +4/3'],
])('%s: %s', (_, names, expected) => {
  expect(outline(briefFindings(names.split(' ').map(named)))).toBe(expected)
})

test('errors come last, and are not counted with warnings that say the same', () => {
  const warning = (name: string): Finding => ({ ...named(name), severity: 'warning' })
  const findings = [...['a1', 'a2', 'a3'].map(named), ...['b1', 'b2', 'b3', 'b4'].map(warning)]
  expect(outline(briefFindings(findings))).toBe('b1 b2 b3 +1/1 a1 a2 a3')
})

test('findings of no operation are counted without one', () => {
  expect(briefFindings(Array.from({ length: 5 }, () => ({ ...odd })))).toBe(
    `${'error odd\n  It is odd\n'.repeat(3)}  … and 2 more like it; --report json=FILE has them all\n`,
  )
})

const alike: Record<string, Partial<Finding>[]> = {
  'the index of an item': [0, 1, 20, 300].map((item) => ({ pointer: `#/items/${item}` })),
  'the index of a list inside': [0, 1, 20, 300].map((item) => ({ pointer: `#/items/${item}/${item}/at` })),
  'an index in the message': [0, 1, 20, 300].map((item) => ({ message: `/items/${item} is odd` })),
  'what they got': ['0', '1', '2', '3'].map((got) => ({ got, expected: `not ${got}` })),
}

test.each(Object.entries(alike))('findings that differ in %s say the same', (_, [...parts]) => {
  const findings = parts.map((part) => ({ ...odd, ...part }))
  expect(briefFindings(findings)).toBe(
    `${textReport(findings.slice(0, 3))}  … and 1 more like it; --report json=FILE has them all\n`,
  )
})

const different: Record<string, Partial<Finding>[]> = {
  'their check': ['odd', 'even'].map((id) => ({ id })),
  'their message': ['It is odd', 'It is even'].map((message) => ({ message })),
  'their number': ['It took 1 s', 'It took 2 s'].map((message) => ({ message })),
  'their member': ['#/name', '#/size'].map((pointer) => ({ pointer })),
  'a member whose name begins with a digit': ['#/1st', '#/2st'].map((pointer) => ({ pointer })),
  'being of a list or of its item': ['#/items', '#/items/0'].map((pointer) => ({ pointer })),
  'having a place': [{ pointer: '#/name' }, {}],
}

test.each(Object.entries(different))('findings that differ in %s are all shown, three of each', (_, [...parts]) => {
  const findings = [...parts, ...parts, ...parts].map((part) => ({ ...odd, ...part }))
  expect(briefFindings(findings)).toBe(textReport(findings))
})

test('few findings are printed as any command prints them, and none are nothing', () => {
  expect(briefFindings(sampleRun.findings)).toBe(textReport(sampleRun.findings))
  expect(briefFindings([])).toBe('')
})

test('no text of a service steers the terminal, however often it comes', () => {
  const findings = Array.from({ length: 4 }, () => hostileRun.findings).flat()
  expect(briefFindings(findings).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
})
