import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ours } from '../../../src/generate/options.ts'
import type { Tool } from '../processes.ts'

/** The compiler on a generated folder, under the repository's strict settings. It fails when anything does not compile. */
export function compiling(out: string): Tool {
  const settings = {
    extends: join(ours.root, 'tsconfig.json'),
    compilerOptions: {
      ...{ types: [], skipLibCheck: false },
      paths: { 'inference-gateways/client': [join(ours.root, 'src/client/index.ts')] },
    },
    include: [join(out, '*.ts')],
    exclude: [],
  }
  writeFileSync(join(dirname(out), 'package.json'), '{ "type": "module" }')
  writeFileSync(join(dirname(out), 'tsconfig.json'), JSON.stringify(settings))
  const compiler = createRequire(import.meta.url).resolve('typescript/lib/tsc.js')
  return {
    name: 'tsc on what is ours',
    makes: 'a check of all generated files under strict',
    command: [process.execPath, compiler, '-p', dirname(out)],
    cwd: dirname(out),
  }
}
