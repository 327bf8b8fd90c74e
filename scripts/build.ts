import { spawnSync } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ours } from '../src/generate/options.ts'
import { type ExitCode, runCommand } from '../src/report/command.ts'

const usage = `Usage: npm run build

Compiles what is published into dist/package; npm pack and npm publish do it by themselves.`

await runCommand(usage, async (): Promise<ExitCode> => {
  parseArgs()
  const target = join(ours.root, 'dist/package')
  rmSync(target, { recursive: true, force: true })
  const compiler = createRequire(import.meta.url).resolve('typescript/lib/tsc.js')
  const { status } = spawnSync(process.execPath, [compiler, '-p', join(ours.root, 'src')], { stdio: 'inherit' })
  if (status !== 0) return 1
  for (const name of ['validators.js', 'validators.d.ts'])
    copyFileSync(join(ours.out, name), join(target, 'generated', name))
  return 0
})
