import { appendFileSync, cpSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { serveDocs } from '../../../src/docs/serve-docs.ts'
import { ours } from '../../../src/generate/options.ts'

/** A save that nothing follows for so long is not seen. */
const longestMs = 60_000

/**
 * Seconds from a save of the document to the served page, after a save that warms up.
 *
 * @throws {Error} when a build fails, or is not there within a minute
 */
export async function rebuilds(folder: string, runs: number): Promise<readonly number[]> {
  const place = join(folder, 'served')
  cpSync(dirname(ours.spec), place, { recursive: true })
  const spec = join(place, basename(ours.spec))
  let built = Promise.withResolvers<void>()
  const log = (line: string) => {
    if (line.startsWith('Built in ')) built.resolve()
    else built.reject(new Error(line))
  }
  const target = 'http://127.0.0.1:9'
  const server = await serveDocs({ spec, out: join(folder, 'rebuilt'), port: 0, target, hasRedoc: false, log })
  const times: number[] = []
  try {
    for (let run = -1; run < runs; run++) {
      built = Promise.withResolvers()
      const { promise, reject } = built
      const hanging = setTimeout(() => reject(new Error('No build has followed a save.')), longestMs)
      const before = performance.now()
      appendFileSync(spec, '#\n')
      await promise.finally(() => clearTimeout(hanging))
      if (run >= 0) times.push((performance.now() - before) / 1000)
    }
  } finally {
    await server.stop()
  }
  return times
}
