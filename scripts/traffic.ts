import { parseArgs } from 'node:util'
import { realPath } from '../src/document/real-path.ts'
import { ours } from '../src/generate/options.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, runCommand, say } from '../src/report/command.ts'
import { writer } from '../src/report/output-file.ts'
import { userPath } from '../src/report/user-folder.ts'
import { trafficOptions } from './traffic/options.ts'

const usage = `Usage: npm run traffic -- FILE.har [OPTIONS]

Judges recorded traffic by the document, with our own checks and redocly drift. Secrets are hidden in every format.

  --spec FILE      the document (default: spec/openapi.yaml)
  --server URL     the base URL that the traffic was captured against (default: the document's servers)
  --format FORMAT  text (default), json or sarif
  --output FILE    writes it there, and not to the standard output
  --strict         warnings count as errors`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      spec: { type: 'string', default: ours.spec },
      server: { type: 'string' },
      format: { type: 'string', default: 'text' },
      output: { type: 'string' },
      strict: { type: 'boolean', default: false },
    },
  })
  const { file, format, server } = trafficOptions(positionals, values)
  const write = writer(values.output)
  if (values.output !== undefined && realPath(userPath(values.output)) === realPath(file))
    throw new CannotRunError('--output is the recording itself; name another file.')
  const { trafficResult } = await import('../src/traffic/traffic-result.ts')
  const { formats } = await import('../src/traffic/formats.ts')
  const result = await trafficResult(file, { spec: userPath(values.spec), server })
  write(formats[format](result))
  for (const line of result.notes) say(line)
  const { errors, warnings, summary } = result
  say(summary)
  return errors + (values.strict ? warnings : 0) === 0 ? 0 : 1
})
