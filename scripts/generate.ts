import { parseArgs } from 'node:util'
import { compareFiles, compareWithManifest } from '../src/generate/compare.ts'
import { type GenerateOptions, ours, usableOptions } from '../src/generate/options.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, runCommand, say } from '../src/report/command.ts'
import type { Finding } from '../src/report/finding.ts'
import { textReport } from '../src/report/text-reporter.ts'

// The npm script gives young objects more room, which has to be said at the start: a large document makes much garbage, and
// most of it then goes without being moved.

const usage = `Usage: npm run generate [-- OPTIONS]

Writes types, operations, client and validators from the OpenAPI document. Where the validators are more than 1 MB of
code, each operation has a file with its own, too: validators/METHOD.js, with a table for \`validation()\`.

  --spec FILE          the document (default: spec/openapi.yaml)
  --out DIR            where the files belong (default: generated)
  --runtime SPECIFIER  what the client imports its runtime from
                       (default: inference-gateways/client)
  --allow-remote       let $ref load files over http
  --check              write nothing; exit 1 when a file is stale, missing or stray
  --full               with --check: generate and compare instead of trusting the manifest
  --watch              generate, or check, again after every change of the document`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({
    options: {
      spec: { type: 'string', default: ours.spec },
      out: { type: 'string', default: ours.out },
      runtime: { type: 'string' },
      'allow-remote': { type: 'boolean', default: false },
      check: { type: 'boolean' },
      full: { type: 'boolean' },
      watch: { type: 'boolean' },
    },
  })
  if (values.full && !values.check) throw new CannotRunError('--full goes with --check.')
  const options = usableOptions({ ...values, allowRemote: values['allow-remote'] })
  const once = values.check ? () => check(options, values.full ?? false) : () => write(options)
  return values.watch ? watch(options, once) : once()
})

async function check(options: GenerateOptions, full: boolean): Promise<ExitCode> {
  const fast = full ? undefined : compareWithManifest(options)
  const findings = fast ?? compareFiles(options.out, (await generated(options)).files)
  process.stdout.write(textReport(findings))
  if (findings.length === 0) {
    say(`${options.out} is fresh${fast ? ' by its manifest' : ''}.`)
    return 0
  }
  say(`Mend it with: ${mendingCommands(options, findings).join(' && ')}`)
  return 1
}

async function write(options: GenerateOptions): Promise<ExitCode> {
  // What made the files is the same and they are as they were written: they would come out the same.
  if (compareWithManifest(options)?.length === 0) {
    say(`${options.out}: none changed; it is fresh by its manifest.`)
    return 0
  }
  const { writeFiles } = await import('../src/generate/write-files.ts')
  const { files } = await generated(options)
  const changed = writeFiles(options.out, files)
  const which = changed.length > 20 ? `${changed.length} of them` : changed.join(', ') || 'none'
  say(`${options.out}: ${files.size} files, ${which} changed.`)
  return 0
}

async function watch(options: GenerateOptions, once: () => Promise<ExitCode>): Promise<ExitCode> {
  const { watchDocument } = await import('../src/document/watch-document.ts')
  const again = async () => {
    const before = performance.now()
    await runCommand(usage, once)
    say(`(${Math.round(performance.now() - before)} ms; waiting for changes)`)
  }
  const stop = watchDocument(options.spec, options.out, again)
  await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
  stop()
  return 0
}

async function generated(options: GenerateOptions) {
  const { generate } = await import('../src/generate/pipeline.ts')
  const result = await generate(options)
  process.stderr.write(textReport(result.warnings))
  return result
}

/** The command that the user gave, without the check; what nothing generates has to be removed by hand. */
function mendingCommands({ spec, out, runtime, allowRemote }: GenerateOptions, findings: readonly Finding[]): string[] {
  const strays = findings.filter(({ id }) => id === 'generated-file-stray')
  const others = findings.length > strays.length
  const given = [
    ...(spec === ours.spec ? [] : ['--spec', quoted(spec)]),
    ...(out === ours.out ? [] : ['--out', quoted(out)]),
    ...(runtime === undefined ? [] : ['--runtime', quoted(runtime)]),
    ...(allowRemote ? ['--allow-remote'] : []),
  ]
  return [
    ...(strays.length > 0
      ? [`rm -r -- ${strays.map(({ message }) => quoted(message.split(': ')[0] ?? '')).join(' ')}`]
      : []),
    ...(others ? [given.length === 0 ? 'npm run generate' : `npm run generate -- ${given.join(' ')}`] : []),
  ]
}

/** A word as a shell reads it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
