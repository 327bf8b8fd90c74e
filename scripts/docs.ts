import { parseArgs } from 'node:util'
import { buildDocs } from '../src/docs/build-docs.ts'
import { ours } from '../src/generate/options.ts'
import { type ExitCode, exitOnSignals, runCommand, say } from '../src/report/command.ts'
import { userPath } from '../src/report/user-folder.ts'

const usage = `Usage: npm run docs [-- OPTIONS]

Builds the reference page: one HTML file that asks no other host for anything.

  --spec FILE   the document (default: spec/openapi.yaml)
  --out DIR     where the page belongs (default: dist/docs)`

exitOnSignals()

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({
    options: { spec: { type: 'string', default: ours.spec }, out: { type: 'string', default: ours.docs } },
  })
  const { file, bytes } = await buildDocs(userPath(values.spec), userPath(values.out))
  say(`${file}: ${Math.round(bytes / 1024)} kB`)
  return 0
})
