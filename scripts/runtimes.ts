import { parseArgs } from 'node:util'
import { temporaryFolder } from '../src/document/temporary-folder.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, exitOnSignals, runCommand, say } from '../src/report/command.ts'
import { userPath } from '../src/report/user-folder.ts'
import { packed } from './common/tarball.ts'
import { installed } from './runtimes/installed.ts'
import type { Result } from './runtimes/row.ts'
import { result, rows } from './runtimes/rows.ts'
import { startService } from './runtimes/service.ts'
import { failures, table } from './runtimes/table.ts'
import { installTools } from './runtimes/tools.ts'

exitOnSignals()

const names = rows.map(({ name }) => name).join(', ')
const usage = `Usage: npm run runtimes [-- OPTIONS]

Packs the package, installs the tarball into a fresh app, and runs one program with it in every engine that it is for,
against a service on this machine; then lets publint and attw judge the tarball. The engines are installed on first use.

  --only NAME     one row: ${names}
  --tarball FILE  tries this package instead of the one packed from here`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, tarball: { type: 'string' } } })
  const chosen = rows.filter(({ name }) => values.only === undefined || name === values.only)
  if (chosen.length === 0) throw new CannotRunError(`--only ${values.only} is no row; use one of ${names}.`)
  const folder = temporaryFolder('runtimes')
  if (chosen.some(({ isOwn = false }) => !isOwn)) await installTools()
  const service = await startService()
  try {
    const tarball = values.tarball === undefined ? await packed(folder.path) : userPath(values.tarball)
    const bench = { tarball, app: await installed(tarball, folder.path), baseUrl: service.baseUrl }
    const results: Result[] = []
    for (const row of chosen) {
      say(`${row.name} …`)
      results.push(await result(row, bench))
    }
    return report(results)
  } finally {
    await service.stop()
    folder.remove()
  }
})

function report(results: readonly Result[]): ExitCode {
  process.stdout.write(table(results))
  const failed = results.flatMap((one) => failures(one).map((check) => ({ ...check, row: one.name })))
  for (const { row, name, detail } of failed) say(`FAIL ${row}: ${name}: ${detail}`)
  if (results.every(({ outcome }) => 'skipped' in outcome)) throw new CannotRunError('No row could run.')
  return failed.length === 0 ? 0 : 1
}
