import { expect, test } from 'vitest'
import type { Finding } from '../../../src/report/finding.ts'
import { markdown } from '../../../src/report/reporters/markdown.ts'
import { hostile, hostileRun, sampleRun } from '../sample-run.ts'

/** What is left of a Markdown text without its blocks of code. */
function outsideFences(text: string): string[] {
  let fence = ''
  return text.split('\n').filter((line) => {
    const [ticks = ''] = /^`{3,}/.exec(line) ?? []
    if (fence && line === fence) fence = ''
    else if (!fence) fence = ticks
    return !fence && !ticks
  })
}

test('a summary holds a table and the notes, findings by check with errors first, and the coverage with its gaps', () => {
  const text = markdown.render(sampleRun)
  expect(text.slice(0, text.indexOf('\n\n### error'))).toBe(`## Contract run against Prism: 1 of 3 cases failed

A green run proves that the mock and the document agree.

| What | How much |
|---|---|
| Target | Prism |
| Cases | 3 |
| Failed cases | 1 |
| Errors | 3 |
| Warnings | 3 |
| Duration | 3.2 s |
| Seed | 42 (--seed 42 repeats this run) |
| Coverage | 1 of 3 documented answers, 1 of 3 properties, 1 of 4 constraints on both sides |

### Notes

- lifecycle: getPet reads what createPet makes
- deletePet was left out: it has no example`)
  expect(text.split('\n').filter((line) => line.startsWith('### '))).toEqual([
    '### Notes',
    '### error body-valid: 1 finding',
    '### error status-expected: 1 finding',
    '### error rule-without-case: 1 finding',
    '### warning name-known: 2 findings',
    '### warning lifecycle: 1 finding',
    '### Coverage',
  ])
  expect(text.slice(text.indexOf('\n\n### Coverage'))).toBe(`

### Coverage

1 of 3 documented answers, 1 of 3 properties, 1 of 4 constraints on both sides

Reached by no case:

- getPet: no answer 404 application/json
- deletePet: no answer 204 without a body
- createPet: #/tags/0 was never sent
- createPet: #/id was never seen in an answer
- createPet: body #/name required name was never broken
- createPet: body #/name pattern was never kept
- createPet: body #/name oneOf was never kept or broken
`)
})

const nothing = { answers: [], properties: [], constraints: [] }

test('a run without notes, findings and gaps has no heading for the first two, and says the third', () => {
  const summary = { ...sampleRun.summary, notes: [], errors: 0, failed: 0 }
  const text = markdown.render({ ...sampleRun, summary, findings: [], coverage: nothing })
  expect(text.split('\n\n').map((block) => block.split('\n')[0])).toEqual([
    '## Contract run against Prism: all 3 cases passed',
    'A green run proves that the mock and the document agree.',
    '| What | How much |',
    '### Coverage',
    '0 of 0 documented answers, 0 of 0 properties, 0 of 0 constraints on both sides',
    'Nothing was left out.',
  ])
})

test.each([
  [20, []],
  [21, ['- … and 1 more, see `--report html=FILE`']],
])('of %d notes, what comes after the twentieth is counted', (count, more) => {
  const notes = Array.from({ length: count }, (_, index) => `note ${index}`)
  const text = markdown.render({ ...sampleRun, summary: { ...sampleRun.summary, notes }, coverage: nothing })
  expect(text.match(/^- .*/gm)).toEqual([...notes.slice(0, 20).map((note) => `- ${note}`), ...more])
})

test('what a run means may be longer than a note', () => {
  const long = 'x'.repeat(1200)
  const text = markdown.render({ ...sampleRun, summary: { ...sampleRun.summary, meaning: long, notes: [long] } })
  expect(text).toContain(`\n${'x'.repeat(1000)} … (200 more characters)\n`)
  expect(text).toContain(`\n- ${'x'.repeat(200)} … (1000 more characters)\n`)
})

test('a finding shows where, what, expected, got and curl', () => {
  expect(markdown.render(sampleRun)).toContain(`
**getPet · example/getPet · #/name · seed 7**

What body-valid says

expected:

\`\`\`
a name
\`\`\`

got:

\`\`\`
7
\`\`\`

curl:

\`\`\`
curl -i 'http://host/pet'
\`\`\`
`)
})

test('no text of a service makes a heading, a table row, a list item, a link or HTML', () => {
  const shape = (lines: readonly string[]) =>
    lines.map((line) => /^(#+|\||-|\*\*)/.exec(line)?.[0] ?? '').filter((start) => start !== '')
  const lines = outsideFences(markdown.render(hostileRun))
  // One note instead of two.
  const expected = outsideFences(markdown.render(sampleRun)).filter(
    (line) => !line.startsWith('- deletePet was left out'),
  )
  expect(shape(lines)).toEqual(shape(expected))
  for (const line of lines) expect(line).not.toMatch(/[<>]|(?<!\\)`(?!--report)|http:|(?<!\\)\[|@/)
  for (const line of lines.filter((one) => one.startsWith('|'))) expect(line.match(/(?<!\\)\|/g)).toHaveLength(3)
})

const many = (count: number, more: (index: number) => Partial<Finding>): Finding[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: 'body-valid', severity: 'error', message: `Finding ${index}.`, got: hostile.repeat(100) },
    ...more(index),
  }))

const coverage = {
  ...sampleRun.coverage,
  properties: Array.from({ length: 10_000 }, (_, index) => {
    return { operationId: hostile, place: 'request' as const, pointer: `${index}${hostile}`, count: 0 }
  }),
}

test.each([
  ['of one check', () => ({})],
  ['of two checks', (index: number) => ({ id: index % 1000 ? 'body-valid' : 'rare' })],
  ['each of its own check', (index: number) => ({ id: `check-${index}` })],
  ['of wide characters', () => ({ got: '漢`'.repeat(5000), curl: '\u202e'.repeat(9000), message: '$'.repeat(9000) })],
])('ten thousand findings %s stay under 200 kB, and it is said how many are left out', (_, more) => {
  const findings = many(10_000, more)
  const text = markdown.render({ ...hostileRun, findings, coverage })
  expect(Buffer.byteLength(text)).toBeLessThan(200_000)
  const shown = outsideFences(text).filter((line) => line.includes('seed 42**')).length
  expect(text).toContain(`**${10_000 - shown} of 10000 findings left out to keep this short; `)
  expect(text).toMatch(/… and \d+ more, see `--report html=FILE`/)
})

test('a check with few findings is shown beside one with thousands', () => {
  const findings = [...many(9990, () => ({})), ...many(10, () => ({ id: 'rare', severity: 'warning', got: '7' }))]
  const text = markdown.render({ ...sampleRun, findings })
  expect(text).toContain('### warning rare: 10 findings')
  expect(text).toMatch(/… and \d+ more of this check\n\n### warning rare/)
  expect(text.split('Finding 9.')).toHaveLength(3)
  expect(Buffer.byteLength(text)).toBeGreaterThan(90_000)
})
