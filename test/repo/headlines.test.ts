import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { headlines, withHeadlines } from '../../scripts/bench/report/headlines.ts'
import type { Cell, Entry, Table } from '../../scripts/bench/table.ts'
import { root } from '../workspace.ts'

const entry = (tool: string, cell: Cell): Entry => ({ tool, makes: '', cells: [cell] })
const table = (name: string, better: 'less' | 'more', entries: readonly Entry[]): Table => ({
  ...{ name, title: name, entries },
  measures: [{ label: 'it', unit: better === 'less' ? 's' : '/s', better }],
})
const regenerate = table('regenerate', 'less', [
  entry('ours', [1, 1, 1]),
  entry('slow 1.2.3', [4, 3, 2]),
  entry('broken 1.0.0', 'fails: no'),
  entry('fast v2.0.0-beta.1, types alone', [0.5]),
  entry('ours, warm', [0.1]),
])
const mock = table('mock-valid', 'more', [entry('ours', [100]), entry('less', [50]), entry('most', [200])])

test('a line for each question: ours, then who wins, in bold, then the next, by the ratio of pairs', () => {
  expect(
    headlines([mock, regenerate, table('other', 'less', [entry('ours', [1])])])
      .split('\n')
      .slice(2),
  ).toEqual([
    '| all of our document, ours with a compile cache; others make less | 1.00 s | **fast 0.50**, slow 3.00 |',
    '| creates that a mock validates | 100/s | **most 2.00**, less 0.50 |',
    '',
  ])
})

test('a variant stands beside its tool, and the better one of both counts', () => {
  const peers = [entry('slow', [3]), entry('other', [2]), entry('slow, cached', [0.5]), entry('gone, cached', [4])]
  expect(headlines([table('regenerate', 'less', [entry('ours', [1]), ...peers])])).toContain(
    '| 1.00 s | slow 3.00 (**cached 0.50**), other 2.00, gone, cached 4.00 |',
  )
})

test('all that win are named, and of the others as many as there is room for, two at least', () => {
  const peers = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 2, 3, 4].map((time) => entry(`peer-${time}`, [time]))
  const [, , line] = headlines([table('regenerate', 'less', [entry('ours', [1]), ...peers])]).split('\n')
  expect(line?.match(/\*\*/g)).toHaveLength(12)
  expect(line).toMatch(/peer-2 2\.00, peer-3 3\.00 \|$/)
})

test('the table of README is the one of what was measured for the release', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const { tables } = JSON.parse(readFileSync(join(root, '.github/bench/bench.json'), 'utf8'))
  expect(headlines(tables).split('\n').length).toBeGreaterThan(8)
  expect(readme).toContain(headlines(tables))
  expect(withHeadlines(readme.replace('| in one run |', '| in one run | more |'), tables)).toBe(readme)
})
