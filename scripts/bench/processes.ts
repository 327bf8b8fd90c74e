import { fileURLToPath } from 'node:url'
import { finished } from '../common/finished.ts'
import type { Cell, Entry, Measure } from './table.ts'
import { triedEntries } from './tried.ts'
import { cpuOfChildren } from './usage.ts'

/** One finished run of a whole process. */
export interface Run {
  readonly seconds: number
  /** The processor's time of the process and of all that it started; undefined where the system does not tell. */
  readonly cpuSeconds: number | undefined
  /** Peak resident memory of its largest process, in MiB; undefined where no process told it. */
  readonly mebibytes: number | undefined
}

/** A command to time. */
export interface Contender {
  readonly name: string
  readonly command: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** What is done before each run, outside its time. */
  readonly prepare?: () => void
  /** The exit codes that mean its work is done; default: 0. */
  readonly codes?: readonly number[]
}

/** What a table says whose peers have no lines with a cache. */
export const ownCache = 'Ours and Redocly keep the engine’s compile cache between runs, the other peers do not.'

/** The columns of a table of whole processes. */
export const processMeasures = [
  { label: 'time', unit: 's', better: 'less' },
  { label: 'CPU', unit: 's', better: 'less' },
  { label: 'peak', unit: 'MiB', better: 'less' },
] as const satisfies readonly Measure[]

/** Their cells. */
export function processCells(runs: readonly Run[]): readonly Cell[] {
  const column = (values: readonly (number | undefined)[]): Cell => {
    const known = values.filter((value) => value !== undefined)
    return known.length === values.length ? known : 'not told'
  }
  return [
    runs.map(({ seconds }) => seconds),
    column(runs.map(({ cpuSeconds }) => cpuSeconds)),
    column(runs.map(({ mebibytes }) => mebibytes)),
  ]
}

/** What runs longer hangs: kubb takes 2 minutes for GitHub's document on a slow machine. */
const longestMs = 1_200_000

const peakReporter = fileURLToPath(new URL('report-peak.cjs', import.meta.url))

/** What a timed process sees: telemetry and certificates cost time that is not the tool's. */
export function environment(own: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env
  const silent = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', DO_NOT_TRACK: '1' }
  return { ...inherited, ...silent, ...own }
}

/**
 * Runs a command once, from start to end.
 *
 * @throws {Error} with what it said, when it ends with another exit code than it may, or not within 20 minutes
 */
export async function timed(contender: Contender): Promise<Run> {
  const {
    name,
    command: [program = '', ...args],
    cwd,
    env: own,
    prepare,
    codes = [0],
  } = contender
  prepare?.()
  // Only a process that we start ourselves is watched; npm would hand the watching on to all of its children.
  const watching = program === process.execPath ? { NODE_OPTIONS: `--require=${JSON.stringify(peakReporter)}` } : {}
  const before = cpuOfChildren()
  const start = performance.now()
  const { code, stdout, stderr } = await finished(program, args, {
    cwd,
    env: environment({ ...watching, ...own }),
    longestMs,
    hasChildren: true,
  })
  const seconds = (performance.now() - start) / 1000
  const after = cpuOfChildren()
  const said = `${stdout}\n${stderr}`
  if (code === null) throw new Error(`${name} was killed after ${seconds.toFixed(0)} s:\n${said.slice(-4000)}`)
  if (!codes.includes(code)) throw new Error(`${name} ended with exit code ${code}:\n${said.slice(-4000)}`)
  const peaks = [...stderr.matchAll(/^peak (\d+)$/gm)].map(([, kilobytes]) => Number(kilobytes) / 1024)
  return {
    seconds,
    cpuSeconds: before === undefined || after === undefined ? undefined : after - before,
    mebibytes: peaks.length === 0 ? undefined : Math.max(...peaks),
  }
}

/** A command with its line of a table. */
export interface Tool extends Contender {
  /** What it makes or does here, and what it leaves out. */
  readonly makes: string
}

/** The lines of tools that are timed in turns; one that fails says so in its line and is left out from there. */
export function toolEntries(tools: readonly Tool[], runs: number): Promise<Entry[]> {
  return triedEntries(tools, runs, { take: timed, measures: processMeasures, cells: processCells })
}
