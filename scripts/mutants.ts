import { parseArgs } from 'node:util'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, exitOnSignals, runCommand, say } from '../src/report/command.ts'
import { matrix } from './mutants/matrix.ts'
import { sourceMutants } from './mutants/source.ts'
import { subjects } from './mutants/subjects.ts'
import { trials } from './mutants/trials.ts'
import { verdict } from './mutants/verdict.ts'

exitOnSignals()

const usage = `Usage: npm run mutants [-- OPTIONS]

Shows that the contract suite can fail: plants faults in the sandbox, one at a time, and expects each to be caught by the
check that is meant to; and variations that the contract permits, which must raise nothing.

  --only TEXT      those whose family or id holds the text
  --findings       also what was found, and not only by which check
  --source [PART]  breaks the sources of a part instead, with Stryker, and takes minutes: contract (its checks, and the
                   reports; the default) or client
  --mutate GLOB    what of the part --source breaks; may be repeated`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', default: '' },
      findings: { type: 'boolean', default: false },
      source: { type: 'boolean', default: false },
      mutate: { type: 'string', multiple: true },
    },
  })
  const [part = 'contract', ...rest] = positionals
  if (rest.length > 0 || (positionals.length > 0 && !values.source))
    throw new CannotRunError(`Nothing is known of ${positionals.join(' ')}; a part stands alone and behind --source.`)
  if (values.source) return (await sourceMutants(part, values.mutate)) ? 0 : 1
  const chosen = subjects.filter(({ id }) => id.includes(values.only))
  if (chosen.length === 0) throw new CannotRunError(`--only ${values.only} is in no family and no id.`)
  const before = performance.now()
  const found = await trials(chosen, ({ id }) => process.stderr.isTTY && process.stderr.write(`\r${id.padEnd(70)}`))
  const verdicts = chosen.flatMap((subject) =>
    found.filter(({ id }) => id === subject.id).map((one) => verdict(subject, one)),
  )
  process.stdout.write(matrix(verdicts))
  if (values.findings) for (const { trial } of verdicts) process.stdout.write(`${JSON.stringify(trial, null, 1)}\n`)
  for (const { subject, isAsDue, reason } of verdicts) if (!isAsDue) say(`FAIL ${subject.id}: ${reason}`)
  const planted = verdicts.filter(({ subject }) => subject.caughtBy !== undefined)
  const killed = planted.filter(({ isAsDue }) => isAsDue).length
  const alarms = verdicts.filter(({ subject, isAsDue }) => subject.caughtBy === undefined && !isAsDue).length
  const rate = planted.length === 0 ? 100 : (100 * killed) / planted.length
  say(
    `${killed} of ${planted.length} faults caught (${rate.toFixed(1)} %), ${alarms} false alarms in ${verdicts.length - planted.length} variants, ${((performance.now() - before) / 1000).toFixed(0)} s`,
  )
  return verdicts.every(({ isAsDue }) => isAsDue) && verdicts.length > 0 ? 0 : 1
})
