import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { lintDocument } from '../src/document/redocly.ts'
import { ours } from '../src/generate/options.ts'
import { CannotRunError } from '../src/report/cannot-run-error.ts'
import { type ExitCode, runCommand } from '../src/report/command.ts'
import { userPath } from '../src/report/user-folder.ts'

const usage = `Usage: npm run lint [-- OPTIONS]

Holds the document to the rules of redocly.yaml, then the code to those of biome.json.

  --spec FILE   only this document, to the same rules`

await runCommand(usage, async (): Promise<ExitCode> => {
  const { values } = parseArgs({ options: { spec: { type: 'string' } } })
  const spec = values.spec === undefined ? undefined : userPath(values.spec)
  if (spec !== undefined && !existsSync(spec))
    throw new CannotRunError(`Cannot read ${values.spec}: there is no such file.`)
  const { code, output } = await lintDocument(ours.root, spec)
  process.stdout.write(output)
  if (code !== 0) return 1
  return spec === undefined ? lintCode() : 0
})

function lintCode(): ExitCode {
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
  const args = [biome, 'check', '--error-on-warnings', '.']
  const { status } = spawnSync(process.execPath, args, { cwd: ours.root, stdio: 'inherit' })
  return status === 0 ? 0 : 1
}
