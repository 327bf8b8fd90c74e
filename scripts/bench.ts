import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ours } from '../src/generate/options.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, runCommand } from '../src/report/command.ts'
import { rows } from './bench/rows.ts'

const usage = `Usage: npm run bench [-- OPTIONS]

Times whole processes after a warm-up, each beside its rival in the same run: median, spread, peak memory. The rows call
and bundle hold what an app pays for the client, in time and in bytes, against its budget and its peers.

  --only NAME   one row: ${rows.map(({ name }) => name).join(', ')}
  --runs N      counted runs of each command and of each batch of calls (default: 5)`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, runs: { type: 'string', default: '5' } } })
  const runs = Number(values.runs)
  const chosen = rows.filter(({ name }) => values.only === undefined || name === values.only)
  if (!Number.isInteger(runs) || runs < 1) throw new CannotRunError(`--runs ${values.runs} is no count; use 1 or more.`)
  if (chosen.length === 0)
    throw new CannotRunError(`--only ${values.only} is no row; use one of ${rows.map(({ name }) => name).join(', ')}.`)
  const folder = mkdtempSync(join(tmpdir(), 'inference-gateways-bench-'))
  process.stdout.write(`Node ${process.version}, ${process.platform} ${process.arch}\n`)
  try {
    for (const { name, answer } of chosen) {
      const lines = await answer({ runs, folder, cache: join(ours.root, 'node_modules/.cache/bench') })
      process.stdout.write(`\n${name}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return 0
})
