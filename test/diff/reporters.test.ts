import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/diff/change.ts'
import type { DiffReport } from '../../src/diff/diff-report.ts'
import { diffReporters } from '../../src/diff/reporters.ts'

const hostile = 'a\n::error::b</script><img src=x onerror=alert(1)>](javascript:x) @everyone | \u202e `c` %0A'

const change: Change = {
  id: 'request-value-refused',
  audience: 'wire',
  rating: 'breaking',
  message: `${hostile}: maxLength 2 → 1`,
  operations: [hostile],
  where: ['request body'],
  pointer: '#/a',
  location: { file: 'spec/a,b:c.yaml', line: 3, pointer: '#' },
  places: {},
  witness: { value: { [hostile]: hostile }, validIn: 'base', because: hostile },
  redocly: 'not seen',
}

const report: DiffReport = {
  base: { name: hostile, version: '1.0.0' },
  revision: { name: 'spec/openapi.yaml', version: hostile },
  changes: [
    change,
    { ...change, rating: 'safe', location: { ...change.location, file: 'spec/openapi.yaml' } as never },
    { ...change, witness: undefined as never, tried: 12 },
  ],
  falseAlarms: [{ rule: 'a-rule', message: hostile, place: '#', because: hostile }],
  others: [{ message: hostile, place: '#' }],
  tried: 30,
  trials: {
    uses: 5,
    broken: 1,
    exchanges: [
      { client: 'base', mock: 'revision', calls: 3, failed: [{ operationId: hostile, body: {}, message: hostile }] },
    ],
  },
  bump: 'major',
  nextVersion: '2.0.0',
}

const render = (id: string, one = report) => diffReporters.find((reporter) => reporter.id === id)?.render(one) ?? ''

describe('what a document says', () => {
  test('starts no command of a workflow', () => {
    const lines = render('github').trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(line).toMatch(/^::(error|notice) [^\n]*$/)
    expect(lines[1]).toMatch(/^::notice file=spec\/openapi\.yaml,line=3,title=wire%3A request-value-refused::/)
    // A colon stands in the name of another revision, which has no file here.
    expect(lines[0]).not.toContain('file=')
  })

  test('is no markup of a page', () => {
    const html = render('html')
    expect(html).not.toContain('<img')
    expect(html).not.toContain('</script>')
    expect(html).toContain('&lt;img src=x')
  })

  test('is no link, mention or table of Markdown', () => {
    const markdown = render('markdown').replaceAll(/^```[\s\S]*?^```/gm, '')
    expect(markdown).not.toMatch(/<img|(?<!\\)\]\(javascript| @everyone/)
  })

  test('turns no text round and breaks no line of a terminal', () => {
    const text = render('text')
    expect(text).not.toContain('\u202e')
    expect(text).not.toMatch(/^::error/m)
  })
})

test.each(['text', 'markdown', 'html'])('%s says who is hurt, how that is shown, and what is needed', (id) => {
  const said = render(id)
  for (const words of ['maxLength 2 → 1', 'no value shows it; 12 were tried', 'valid in the base', '2.0.0', 'not seen'])
    expect(said).toContain(words)
  expect(said).toMatch(/4 of 5 uses/)
  expect(said).toMatch(/2 of 3 calls work/)
})

test('json holds all of it', () => {
  expect(JSON.parse(render('json'))).toEqual(JSON.parse(JSON.stringify(report)))
})

test('Markdown stays short enough for a pull request, and says what it leaves out', () => {
  const many = { ...report, changes: Array.from({ length: 2000 }, () => change) }
  const said = render('markdown', many)
  expect(said.length).toBeLessThan(65_536)
  expect(said).toMatch(/\d+ changes left out to keep this short/)
})
