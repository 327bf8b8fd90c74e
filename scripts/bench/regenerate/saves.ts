import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { ours } from '../../../src/generate/options.ts'
import { killedAtExit } from '../../../src/report/killed-at-exit.ts'
import { ownScript } from '../../common/own-script.ts'
import { environment } from '../processes.ts'
import type { Entry } from '../table.ts'

/** Saves that do not count, in which the engine gets to know the work. */
const warmUps = 5

/** What watches longer hangs. */
const longestMs = 300_000

/** From a save of the document to the end of all that follows from it, under `--watch`. */
export async function saves(folder: string, runs: number): Promise<Entry> {
  const place = join(folder, 'watched')
  cpSync(dirname(ours.spec), place, { recursive: true })
  const spec = join(place, basename(ours.spec))
  const { next, stop } = watching(spec, join(folder, 'watched-out'))
  const seconds: number[] = []
  try {
    await next()
    for (let run = -warmUps; run < runs; run++) {
      const text = readFileSync(spec, 'utf8')
      const written = next()
      const before = performance.now()
      writeFileSync(spec, withOtherLimit(text))
      await written
      if (run >= 0) seconds.push((performance.now() - before) / 1000)
    }
  } finally {
    await stop()
  }
  return { tool: 'ours, --watch', makes: 'from a save of another limit to the written files', cells: [seconds, '', ''] }
}

/** A change that types, descriptors and validators have to follow. */
function withOtherLimit(text: string): string {
  return text.replace(/maxLength: (\d+)/, (_, limit) => `maxLength: ${Number(limit) + 1}`)
}

function watching(spec: string, out: string) {
  const args = ownScript('generate', '--watch', '--spec', spec, '--out', out)
  const child = killedAtExit(spawn(process.execPath, args, { env: environment(), stdio: ['ignore', 'ignore', 'pipe'] }))
  const ended = once(child, 'close')
  const hanging = setTimeout(() => child.kill('SIGKILL'), longestMs)
  let done = Promise.withResolvers<void>()
  createInterface(child.stderr).on('line', (line) => {
    if (line.includes('waiting for changes')) done.resolve()
  })
  /** Resolves at the end of the work that comes next. */
  const next = () => {
    done = Promise.withResolvers()
    return Promise.race([done.promise, ended.then(() => Promise.reject(new Error('generate --watch has ended.')))])
  }
  const stop = async () => {
    clearTimeout(hanging)
    child.kill()
    await ended
  }
  return { next, stop }
}
