import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { faultsFound } from '../../scripts/bench/contract/faults.ts'
import type { Suite, Told } from '../../scripts/bench/contract/suite.ts'
import { type Tool, toolEntries } from '../../scripts/bench/processes.ts'
import { importing } from '../../scripts/bench/regenerate/importing.ts'
import { chart } from '../../scripts/bench/report/chart.ts'
import { markdown } from '../../scripts/bench/report/markdown.ts'
import { quantity, spread, verdict } from '../../scripts/bench/report/numbers.ts'
import { tableText } from '../../scripts/bench/report/text.ts'
import { median, quantile, ratios } from '../../scripts/bench/statistics.ts'
import { isReached, type Table } from '../../scripts/bench/table.ts'
import { finished } from '../../scripts/common/finished.ts'
import { ownScript } from '../../scripts/common/own-script.ts'
import { root, run, runScript, temporaryFolder } from '../workspace.ts'

test('one row measures both of a pair, and writes the numbers, a table and a chart', async () => {
  const out = join(temporaryFolder(), 'results')
  mkdirSync(out)
  writeFileSync(join(out, 'notes.txt'), 'mine')
  const bundle = await runScript('bench', ['--only', 'bundle', '--out', out])
  expect(bundle.stdout).toMatch(/^ {2}inference-gateways +\d+\.\d+ KiB +1 +\d+\.\d+ KiB +\d+\.\d+ KiB$/m)
  expect(bundle.stdout).toMatch(/^ {2}openapi-fetch +\d+\.\d+ KiB +0\.\d+ /m)
  expect(bundle.stdout).toMatch(/^ {2}inference-gateways, loaded: \d+\.\d+ KiB, to be at most 14\.0 KiB: reached$/m)
  expect(bundle.stdout).toMatch(
    /^ {2}inference-gateways\/bare, loaded: \d\.\d+ KiB, to be at most 9\.00 KiB: reached$/m,
  )
  expect(bundle.code).toBe(0)
  const call = await runScript('bench', ['--only', 'call', '--runs', '1', '--out', out])
  expect(call.stdout).toMatch(/^ {2}inference-gateways +-?[\d.]+ µs +1$/m)
  expect(call.stdout).toMatch(
    /^ {2}what is more than bare fetch, beside openapi-fetch alone: .* 1\.50 ×: (reached|missed)$/m,
  )
  expect(call.code).toBe(0)
  expect(readdirSync(out).sort()).toEqual(['bench.json', 'bench.md', 'bundle.svg', 'call.svg', 'notes.txt'])
  const { machine, tables } = JSON.parse(readFileSync(join(out, 'bench.json'), 'utf8'))
  expect(machine.node).toBe(process.versions.node)
  expect(tables.map(({ name }: Table) => name)).toEqual(['call', 'bundle'])
  expect(readFileSync(join(out, 'bench.md'), 'utf8')).toContain('](bundle.svg)')
})

test('the bench refuses a row that it does not have and a count that is none, and writes nothing', async () => {
  const out = join(temporaryFolder(), 'results')
  expect(await runScript('bench', ['--only', 'call,nothing', '--out', out])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--only nothing is no row; use some of regenerate, '),
  })
  expect(await runScript('bench', ['--runs', '0', '--out', out])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--runs 0 is no count'),
  })
  expect(await runScript('bench', ['--record', '--only', 'call'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--record takes all rows'),
  })
  expect(existsSync(out)).toBe(false)
  writeFileSync(out, 'mine')
  expect(await runScript('bench', ['--out', out])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(`--out ${out} cannot be a folder: EEXIST`),
  })
  const other = temporaryFolder()
  writeFileSync(join(other, 'bench.json'), '{}')
  expect(await runScript('bench', ['--out', other])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(`${join(other, 'bench.json')} is none of ours; `),
  })
  expect(readdirSync(other)).toEqual(['bench.json'])
})

test('a tool that fails says why in its line, and the others go on', async () => {
  const cwd = temporaryFolder()
  const tool = (name: string, program: string): Tool => ({
    ...{ name, makes: name, cwd },
    command: [process.execPath, '--eval', program],
  })
  const once =
    "const fs = require('node:fs'); if (fs.existsSync('ran')) throw new Error('not again'); fs.writeFileSync('ran', '')"
  const entries = await toolEntries([tool('ours', ''), tool('once', once), tool('never', "throw new Error('no')")], 2)
  expect(entries.map(({ tool, cells: [time] }) => [tool, typeof time === 'string' ? time : time?.length])).toEqual([
    ['ours', 2],
    ['once', 'fails: Error: not again'],
    ['never', 'fails: Error: no'],
  ])
})

test('a suite that fails has found nothing and says why, and the next one goes on', async () => {
  const suite = (name: string, told: () => Told): Suite => ({
    ...{ name, makes: '', reports: [], told },
    commands: () => [{ command: [process.execPath, '--eval', ''], cwd: root }],
  })
  const broken = suite('broken', () => {
    throw new Error('no report')
  })
  const { entries } = await faultsFound([broken, suite('blind', () => ({ cases: 1, failures: ['always'] }))])
  expect(entries.map(({ tool, cells }) => [tool, ...cells])).toEqual([
    ['broken', 'fails: no report', ''],
    ['blind', [0], [1]],
  ])
})

test('an import that fails is no time', async () => {
  const { cells } = await importing(temporaryFolder(), 1)
  expect(cells[0]).toMatch(/^fails: Error.*Cannot find module/)
})

test('a signal ends the bench, and its folder goes with it', async () => {
  const place = temporaryFolder()
  const out = join(temporaryFolder(), 'results')
  const folders = () => readdirSync(place).filter((name) => name.startsWith('inference-gateways-bench-'))
  const appeared = new Promise<void>((resolve) => {
    const watcher = watch(place, () => folders().length > 0 && resolve())
    onTestFinished(() => watcher.close())
  })
  const bench = spawn(process.execPath, ownScript('bench', '--only', 'mock', '--out', out), {
    env: { ...process.env, TMPDIR: place },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(bench, 'exit')
  await appeared
  bench.kill('SIGTERM')
  expect(await ended).toEqual([143, null])
  expect(folders()).toEqual([])
  expect(readdirSync(out)).toEqual([])
})

test('what was started ends with who started it', async () => {
  // The child holds the pipe of stderr open for as long as it lives.
  const program = `
    import { spawn } from 'node:child_process'
    import { killedAtExit } from '${pathToFileURL(join(root, 'src/report/killed-at-exit.ts')).href}'
    const forever = "setInterval(() => {}, 1000); console.log('up')"
    const child = killedAtExit(spawn(process.execPath, ['--eval', forever], { stdio: ['ignore', 'pipe', 'inherit'] }))
    child.stdout.once('data', () => process.exit(7))`
  expect(await run(process.execPath, ['--input-type=module', '--eval', program])).toMatchObject({ code: 7 })
})

test('what hangs is killed with all that it has started', async () => {
  // The grandchild holds the pipes open for as long as it lives.
  const args = ['-c', `"${process.execPath}" --eval 'setInterval(() => {}, 1000)' & wait`]
  expect(await finished('sh', args, { cwd: root, longestMs: 1000, hasChildren: true })).toMatchObject({ code: null })
})

describe('what was measured', () => {
  const table: Table = {
    name: 'race',
    title: 'Race <fast>',
    measures: [
      { label: 'time', unit: 's', better: 'less' },
      { label: 'peak', unit: 'MiB', better: 'less' },
    ],
    entries: [
      { tool: 'ours', makes: 'all', cells: [[1, 2, 4], [100]] },
      { tool: 'peer', makes: 'a | b', cells: [[2, 3, 4], 'not told'] },
      { tool: 'other', makes: '', cells: ['fails: no', ''] },
    ],
    targets: [{ what: 'time', limit: 1.5, measured: 2, better: 'less', unit: 's' }],
    notes: ['a note'],
  }

  test('is a median, and ratios of what was measured side by side', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
    expect(ratios([2, 3, 4], [1, 2, 4])).toEqual([2, 1.5, 1])
    expect(quantile([5, 1, 2, 3, 4], 0.99)).toBe(5)
  })

  test('is shown with its unit, its range and three digits', () => {
    expect([quantity(0.6123, 's'), quantity(36.04, 'µs'), quantity(6736.4, '/s'), quantity(64, '')]).toEqual([
      ...['0.61 s', '36.0 µs', '6,736/s', '64'],
    ])
    expect([spread([1, 2, 4], 's'), spread([2, 2], 's'), spread('skipped', 's')]).toEqual([
      ...['2.00 s (1.00–4.00)', '2.00 s', 'skipped'],
    ])
  })

  test('is held against its target from the right side', () => {
    const target = { what: 'rate', limit: 5, unit: '', better: 'more' } as const
    expect(verdict({ ...target, measured: 5 })).toBe('rate: 5, to be at least 5: reached')
    expect(verdict({ ...target, measured: 4 })).toBe('rate: 4, to be at least 5: missed')
    expect(verdict({ ...target, measured: 6, better: 'less' })).toBe('rate: 6, to be at most 5: missed')
    expect(isReached({ ...target, measured: 6, limit: Number.NaN })).toBe(false)
  })

  test('is a table for a terminal', () => {
    expect(tableText(table)).toBe(`Race <fast>
         time                × ours            peak
  ours   2.00 s (1.00–4.00)  1                 100 MiB
  peer   3.00 s (2.00–4.00)  1.50 (1.00–2.00)  not told
  other  fails: no
  time: 2.00 s, to be at most 1.50 s: missed
  a note
`)
    expect(tableText({ ...table, isOneTool: true })).not.toContain('× ours')
  })

  test('is Markdown with a chart', () => {
    const text = markdown({ machine: { node: '24.0.0', platform: 'linux x64', cpus: '2 × some' }, tables: [table] })
    expect(text).toContain('Node 24.0.0 on linux x64, 2 × some.')
    expect(text).toContain('![Race <fast>: time](race.svg)')
    expect(text).toContain('| peer | 3.00 s (2.00–4.00) | 1.50 (1.00–2.00) | not told | a \\| b |\n')
    expect(text).toContain('\n- time: 2.00 s, to be at most 1.50 s: missed\n- a note\n')
  })

  test('is bold where a peer does better than ours, as a median of pairs', () => {
    const machine = { node: '24.0.0', platform: 'linux x64', cpus: '2 × some' }
    const entries = [...table.entries, { tool: 'fast', makes: '', cells: [[0.5, 3, 2], [90]] }]
    const variant = { tool: 'ours, warm', makes: '', cells: [[0.5], [90]] }
    const text = markdown({ machine, tables: [{ ...table, entries: [...entries, variant] }] })
    expect(text).toContain('| fast | **2.00 s (0.50–3.00)** | 0.50 (0.50–1.50) | **90.0 MiB** |  |\n')
    expect(text.match(/\*\*\d/g)).toHaveLength(2)
  })

  test('is a chart of bars in proportion, without what was not measured', () => {
    const svg = chart(table)
    const widths = [...svg.matchAll(/<rect [^>]*width="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths).toHaveLength(2)
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(1.5, 1)
    expect(svg).toContain('<title>Race &lt;fast>: time, less is better</title>')
    expect(svg).not.toMatch(/<script|href=/)
  })
})
