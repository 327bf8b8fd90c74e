import { parseArgs } from 'node:util'
import { ours } from '../src/generate/options.ts'
import { briefFindings } from '../src/report/brief-findings.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, runCommand, say, sayCannotRun } from '../src/report/command.ts'
import { errorsOf } from '../src/report/finding.ts'
import { reportFiles, writeReports } from '../src/report/report-files.ts'
import { runSummary } from '../src/report/run-summary.ts'
import { userPath } from '../src/report/user-folder.ts'
import { interruption } from './contract/interruption.ts'
import { contractOptions } from './contract/options.ts'
import { shardJob } from './contract/shard-options.ts'
import { mergeShards, runShard } from './contract/shards.ts'
import { targetFor } from './contract/targets.ts'

const usage = `Usage: npm run contract [-- OPTIONS]

Sends valid and broken requests to a target and judges every answer by the document.

  --spec FILE        the document (default: spec/openapi.yaml)
  --target TARGET    prism (default), sandbox, or a URL such as https://api.example.com; a service behind a URL is not
                     changed unless --allow-writes is given
  --token-env NAME   the environment variable that holds the token of a URL
  --allow-writes     runs everything against a URL; what it creates is called contract-… and removed again
  --wait SECONDS     how long a change may take to finish (default: 20)
  --timeout SECONDS  how long an answer may take (default: 10)
  --seed N           repeats a run request by request (default: drawn)
  --report FORMAT=FILE  json, junit, markdown or html; may be repeated
  --strict           warnings count as errors

Spread over machines, with --spec, --target (prism or a URL), --token-env, --allow-writes, --wait and --seed:

  --shard I/N --blobs DIR  runs one share of the suite, as 1/4; leaves what it found in DIR/I.json
  --merge DIR --shards N   joins them; one that is missing is a finding; --report junit=FILE`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values, tokens } = parseArgs({
    tokens: true,
    options: {
      spec: { type: 'string', default: ours.spec },
      target: { type: 'string', default: 'prism' },
      'token-env': { type: 'string' },
      'allow-writes': { type: 'boolean', default: false },
      wait: { type: 'string', default: '20' },
      timeout: { type: 'string', default: '10' },
      seed: { type: 'string' },
      report: { type: 'string', multiple: true, default: [] },
      strict: { type: 'boolean', default: false },
      shard: { type: 'string' },
      blobs: { type: 'string' },
      merge: { type: 'string' },
      shards: { type: 'string' },
    },
  })
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
  const job = shardJob(values, given)
  if (job?.kind === 'merge') return mergeShards(job)
  const options = contractOptions(values)
  if (job) return runShard(job, userPath(values.spec), options)
  const files = reportFiles(values.report)
  const stopping = interruption()
  const [{ contractDocument }, { runContract }] = await Promise.all([
    import('../src/contract/contract-document.ts'),
    import('../src/contract/run.ts'),
  ])
  const document = await contractDocument(userPath(values.spec))
  const target = await targetFor(options.target, document)
  say(`Sending the cases to ${target.name} …`)
  try {
    const { report, deviations } = await runContract(document.model, target, { ...options, signal: stopping.signal })
    process.stdout.write(briefFindings(report.findings))
    writeReports(files, report)
    for (const { id, reason, reference } of deviations) say(`known deviation ${id}: ${reason} (${reference})`)
    if (report.findings.length > 0 && target.repeating) say(target.repeating)
    for (const line of runSummary(report)) say(line)
    const counted = values.strict ? report.findings : errorsOf(report.findings)
    return counted.length === 0 ? 0 : 1
  } catch (error) {
    if (stopping.code() === undefined || !(error instanceof CannotRunError)) throw error
    return await sayCannotRun(error)
  } finally {
    await target.stop()
    stopping.end()
    const code = stopping.code()
    if (code !== undefined) process.exit(code)
  }
})
