import { spawn } from 'node:child_process'

/** One finished run of a whole process. */
export interface Run {
  readonly seconds: number
  /** Peak resident memory of the process, in MiB; 0 where it is not watched. */
  readonly mebibytes: number
}

/** A command to time. */
export interface Contender {
  readonly name: string
  readonly command: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

const peakReporter = new URL('report-peak.js', import.meta.url).href

/** Runs a command once, from start to end. */
export function timed({ name, command: [program = '', ...args], cwd, env: own }: Contender): Promise<Run> {
  // Only a process that we start ourselves is watched; npm would hand the watching on to all of its children.
  const watching = program === process.execPath ? { NODE_OPTIONS: `--import=${peakReporter}` } : {}
  const env = {
    ...process.env,
    ...watching,
    REDOCLY_TELEMETRY: 'off',
    NODE_EXTRA_CA_CERTS: '',
    ...own,
  }
  const start = performance.now()
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const seconds = (performance.now() - start) / 1000
      const peaks = [...stderr.matchAll(/^peak (\d+)/gm)].map(([, kilobytes]) => Number(kilobytes) / 1024)
      if (code === 0) resolve({ seconds, mebibytes: Math.max(0, ...peaks) })
      else reject(new Error(`${name} ended with exit code ${code}:\n${stderr}`))
    })
  })
}

/** Times contenders in turn (A B A B …) after one warm-up each. */
export async function interleaved(contenders: readonly Contender[], runs: number): Promise<Run[][]> {
  const results: Run[][] = contenders.map(() => [])
  for (let round = 0; round <= runs; round++) {
    for (const [index, contender] of contenders.entries()) {
      const run = await timed(contender)
      if (round > 0) results[index]?.push(run)
    }
  }
  return results
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** The ratios of two contenders' times, pair by pair. */
export function ratios(own: readonly Run[], peer: readonly Run[]): number[] {
  return own.map((run, index) => run.seconds / (peer[index]?.seconds ?? Number.NaN))
}

/** Their median and range: `1.02 (0.98 to 1.07)`. */
export function ratio(own: readonly Run[], peer: readonly Run[]): string {
  const all = ratios(own, peer)
  return `${median(all).toFixed(2)} (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)})`
}

/** `0.61 s (0.58 to 0.66), 168 MiB`. */
export function summary(runs: readonly Run[]): string {
  const seconds = runs.map((run) => run.seconds)
  const spread = runs.length > 1 ? ` (${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)})` : ''
  const peak = Math.round(Math.max(...runs.map((run) => run.mebibytes)))
  return `${median(seconds).toFixed(2)} s${spread}${peak > 0 ? `, ${peak} MiB` : ''}`
}
