import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { ours } from '../src/generate/options.ts'
import { type ExitCode, exitOnSignals, runCommand, say } from '../src/report/command.ts'
import { errorsOf } from '../src/report/finding.ts'
import { textReport } from '../src/report/text-reporter.ts'
import { userPath } from '../src/report/user-folder.ts'

enableCompileCache()
exitOnSignals()

const usage = `Usage: npm run contract [-- OPTIONS]

Sends valid and broken requests to an embedded Prism and judges every answer by the document.

  --spec FILE   the document (default: spec/openapi.yaml)`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({ options: { spec: { type: 'string', default: ours.spec } } })
  say('Starting Prism and sending every case …')
  const { contractAgainstPrism } = await import('../src/contract/against-prism.ts')
  const { result, target } = await contractAgainstPrism(userPath(values.spec))
  process.stdout.write(textReport(result.findings))
  for (const { id, reason, reference } of result.deviations) say(`known deviation ${id}: ${reason} (${reference})`)
  if (result.findings.length > 0 && target.repeating) say(target.repeating)
  say(`${result.cases} cases against ${target.name}, ${result.failed} failed. ${target.meaning}`)
  return errorsOf(result.findings).length === 0 ? 0 : 1
})
