import { spawnSync } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { rolldown } from 'rolldown'
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
  for (const name of ['request-validators.js', 'response-validators.js'])
    await makeWhole(join(target, 'src/gateways', name))
  return 0
})

/** Puts into a module what it uses of others, so that an app which loads it loads nothing else of those. */
async function makeWhole(file: string): Promise<void> {
  const bundle = await rolldown({ input: file })
  await bundle.write({ file, format: 'esm' })
  await bundle.close()
}
