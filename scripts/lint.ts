import { parseArgs } from 'node:util'
import { lintDocument } from '../src/document/redocly.ts'
import { ours } from '../src/generate/options.ts'
import { type ExitCode, runCommand } from '../src/report/command.ts'

const usage = `Usage: npm run lint

Holds the document to the rules of redocly.yaml, then the code to those of biome.json.`

await runCommand(usage, async (): Promise<ExitCode> => {
  parseArgs()
  const { code, output } = await lintDocument(ours.root)
  process.stdout.write(output)
  return code === 0 ? 0 : 1
})
