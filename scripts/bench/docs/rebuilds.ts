import { appendFileSync, cpSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { serveDocs } from '../../../src/docs/serve-docs.ts'
import { ours } from '../../../src/generate/options.ts'

/** Seconds from a save of the document to the served page, after a save that warms up. */
export async function rebuilds(folder: string, runs: number): Promise<readonly number[]> {
  const place = join(folder, 'served')
  cpSync(dirname(ours.spec), place, { recursive: true })
  const spec = join(place, basename(ours.spec))
  let built = Promise.withResolvers<void>()
  const log = () => built.resolve()
  const target = 'http://127.0.0.1:9'
  const server = await serveDocs({ spec, out: join(folder, 'rebuilt'), port: 0, target, hasRedoc: false, log })
  const times: number[] = []
  for (let run = -1; run < runs; run++) {
    built = Promise.withResolvers()
    const before = performance.now()
    appendFileSync(spec, '#\n')
    await built.promise
    if (run >= 0) times.push((performance.now() - before) / 1000)
  }
  await server.stop()
  return times
}
