import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect, parseArgs } from 'node:util'
import { temporaryFolder } from '../src/document/temporary-folder.ts'
import { ours } from '../src/generate/options.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, exitOnSignals, runCommand, say } from '../src/report/command.ts'
import { userPath } from '../src/report/user-folder.ts'
import { checkPlace, notMeasured, writeMeasured } from './bench/measured.ts'
import { peerModules } from './bench/peers.ts'
import { withHeadlines } from './bench/report/headlines.ts'
import { tableText } from './bench/report/text.ts'
import { rows } from './bench/rows.ts'
import type { Table } from './bench/table.ts'
import { withVersions } from './bench/versions.ts'

const readme = join(ours.root, 'README.md')
const names = rows.map(({ name }) => name)
const cache = join(ours.root, 'node_modules/.cache/bench')

const usage = `Usage: npm run bench [-- OPTIONS]

Measures this project beside its peers on the same work, in turns: median, least and most, ratio pair by pair, processor
time, peak memory. The peers are installed on first use, locked. Writes bench.json, bench.md and charts.

  --only NAMES  some rows, with a comma between them: ${names.join(', ')}
  --runs N      counted runs of each (default: 5)
  --out DIR     where the results belong; those of other rows stay (default: dist/bench)
  --record      puts those of all rows into .github/bench, and their table into README.md`

exitOnSignals()

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      runs: { type: 'string', default: '5' },
      out: { type: 'string' },
      record: { type: 'boolean', default: false },
    },
  })
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1) throw new CannotRunError(`--runs ${values.runs} is no count; use 1 or more.`)
  if (values.record && runs < 5) throw new CannotRunError('--record needs 5 runs or more.')
  if (values.record && values.only !== undefined)
    throw new CannotRunError('--record takes all rows: what is compared is of one run.')
  const wanted = values.only?.split(',') ?? names
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new CannotRunError(`--only ${unknown} is no row; use some of ${names.join(', ')}.`)
  if (values.record && values.out !== undefined) throw new CannotRunError('--record has its own --out.')
  const out =
    values.out === undefined ? join(ours.root, values.record ? '.github/bench' : 'dist/bench') : userPath(values.out)
  checkPlace(out)
  process.stdout.write(`Node ${process.version}, ${process.platform} ${process.arch}\n`)
  const measured: Table[] = []
  let failed = 0
  for (const row of rows.filter(({ name }) => wanted.includes(name))) {
    const folder = temporaryFolder('bench')
    try {
      const modules = row.peers === undefined ? undefined : await peerModules(row.peers)
      const tables = withVersions(row, await row.answer({ runs, folder: folder.path, cache, modules }), modules)
      for (const table of tables) process.stdout.write(`\n${tableText(table)}`)
      measured.push(...tables)
      if (!values.record) writeMeasured(out, tables, names)
    } catch (error) {
      failed++
      const isForeseen = error instanceof CannotRunError
      say(`\n${row.name} is not measured: ${isForeseen ? error.message : inspect(error)}`)
    } finally {
      folder.remove()
    }
  }
  if (values.record) record(out, measured, failed)
  say(`${join(out, 'bench.md')} holds ${failed === 0 ? 'it all' : 'the others'}.`)
  return failed === 0 ? 0 : 2
})

/** All or nothing: what is missing here would be missing from README. */
function record(out: string, tables: readonly Table[], failed: number): void {
  const missing = notMeasured(tables)
  if (failed > 0 || missing.length > 0)
    throw new CannotRunError(['Nothing is recorded: not all was measured.', ...missing].join('\n  '))
  writeMeasured(out, tables, names)
  writeFileSync(readme, withHeadlines(readFileSync(readme, 'utf8'), tables))
}
