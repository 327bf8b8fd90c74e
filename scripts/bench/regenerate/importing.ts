import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { finished } from '../../common/finished.ts'
import { environment } from '../processes.ts'
import type { Cell, Entry } from '../table.ts'
import { shortReason } from '../tried.ts'

/** An operation of GitHub with a body and a large answer. */
const method = 'pullsCreate'

/** What it costs a program to import the validators of one operation, in a process that has done nothing else. */
export async function importing(out: string, runs: number): Promise<Entry> {
  const module = pathToFileURL(join(out, `validators/${method}.js`)).href
  const program = `const start = performance.now()
await import(${JSON.stringify(module)})
process.stdout.write(String((performance.now() - start) / 1000))`
  const seconds: number[] = []
  for (let run = -1; run < runs; run++) {
    const args = ['--input-type=module', '--eval', program]
    const { code, stdout, stderr } = await finished(process.execPath, args, { cwd: out, env: environment() })
    if (code !== 0) return entry(shortReason(stderr))
    if (run >= 0) seconds.push(Number(stdout))
  }
  return entry(seconds)
}

function entry(cell: Cell): Entry {
  return { tool: 'ours, an import', makes: `the validators of ${method}, ready to be called`, cells: [cell, '', ''] }
}
