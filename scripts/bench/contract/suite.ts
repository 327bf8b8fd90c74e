import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Contender, type Run, timed } from '../processes.ts'
import { type Server, serving } from '../serving.ts'

/** A tool that holds a service to its document. */
export interface Suite {
  readonly name: string
  /** What it does, and what it leaves out. */
  readonly makes: string
  /** What is run, one after the other, against a service. */
  readonly commands: (baseUrl: string) => readonly Omit<Contender, 'name' | 'codes'>[]
  /** The files that a run writes and `told` reads. */
  readonly reports: readonly string[]
  /** What its last run has reported. */
  readonly told: () => Told
}

export interface Told {
  /** Requests that were sent and judged. */
  readonly cases: number
  /** What did not go as it should, without what changes from run to run. */
  readonly failures: readonly string[]
}

/** What a run took and told. */
export interface SuiteRun {
  readonly run: Run
  readonly told: Told
}

/** A run against a service of its own. The service's start is not timed. */
export async function runSuite(suite: Suite, fault?: string): Promise<SuiteRun> {
  const service = await serving(faultyService(fault))
  try {
    const runs: Run[] = []
    for (const report of suite.reports) rmSync(report, { force: true })
    for (const command of suite.commands(service.baseUrl))
      runs.push(await timed({ ...command, name: suite.name, codes: [0, 1] }))
    return { run: joined(runs), told: suite.told() }
  } finally {
    await service.stop()
  }
}

function faultyService(fault: string | undefined): Server {
  const args = [join(import.meta.dirname, 'service.ts'), ...(fault === undefined ? [] : [fault])]
  return { name: 'the service', makes: '', args: () => args, address: /(http:\S+)/ }
}

/** Several processes, one after the other, as one. */
function joined(runs: readonly Run[]): Run {
  const sum = (values: readonly (number | undefined)[]) =>
    values.reduce((total, value) => (total === undefined || value === undefined ? undefined : total + value), 0)
  const peaks = runs.map(({ mebibytes }) => mebibytes).filter((peak) => peak !== undefined)
  return {
    seconds: runs.reduce((total, { seconds }) => total + seconds, 0),
    cpuSeconds: sum(runs.map(({ cpuSeconds }) => cpuSeconds)),
    mebibytes: peaks.length === 0 ? undefined : Math.max(...peaks),
  }
}

/** What a report in the form of JUnit tells. */
export function toldByJUnit(file: string): Told {
  const cases = [...readFileSync(file, 'utf8').matchAll(/<testcase\b([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs)]
  const failed = cases.filter(([, , inside = '']) => /<(failure|error)\b/.test(inside))
  return {
    cases: cases.filter(([, , inside = '']) => !/<skipped\b/.test(inside)).length,
    failures: failed.map(([, attributes = '']) => / name="([^"]*)"/.exec(attributes)?.[1] ?? attributes),
  }
}
