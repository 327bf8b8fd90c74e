import { join } from 'node:path'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { finished } from '../common/finished.ts'
import { bare, openapiFetch, own } from './call-contenders.ts'
import { median, type Run, ratio, ratios } from './measure.ts'
import { peerModules, withoutPeers } from './peers.ts'
import type { Row } from './row.ts'

/** Of one contender, before it is another's turn: enough that a pause of the machine does not decide. */
const callsPerBatch = 2000

/** How many times the overhead of openapi-fetch ours may be. */
const budget = 1.5

/** What one call costs beyond bare `fetch`, with a stub instead of a network. */
export const call: Row = {
  name: 'call',
  answer: async ({ runs, folder }) => {
    const modules = await peerModules()
    const times = await timesOf(runs, folder, modules)
    const base = times.get(bare.name) ?? []
    const peer = overhead(times.get(openapiFetch.name) ?? [], base)
    const lines = [...times].map(([name, taken]) => {
      if (name === bare.name) return `${name}: ${micros(taken)} a call`
      const more = overhead(taken, base)
      const line = `${name}: ${micros(more.map(({ seconds }) => seconds * 1e6))} more`
      return name === openapiFetch.name ? line : `${line}, ratio ${ratio(more, peer)}${verdict(name, more, peer)}`
    })
    return [
      `one create, ${callsPerBatch} calls of each in turn, rounds: ${runs}; ratio: of what is more, to ${openapiFetch.name}`,
      ...lines,
      ...(modules === undefined ? [withoutPeers] : []),
    ]
  },
}

/** The microseconds of a call in each round, by contender; measured in a process that does nothing else. */
async function timesOf(
  rounds: number,
  folder: string,
  modules: string | undefined,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const program = join(import.meta.dirname, 'call-rounds.ts')
  const args = ['--expose-gc', program, String(rounds), String(callsPerBatch), ...(modules ? [modules] : [])]
  const { code, stdout, stderr } = await finished(process.execPath, args, { cwd: folder, longestMs: 1_800_000 })
  if (code !== 0) throw new CannotRunError(`The calls ended with ${code}:\n${stderr}`)
  return new Map(JSON.parse(stdout))
}

/** What a call takes beyond bare fetch in the same round. */
function overhead(taken: readonly number[], base: readonly number[]): Run[] {
  return taken.map((one, round) => ({ seconds: (one - (base[round] ?? Number.NaN)) / 1e6, mebibytes: 0 }))
}

function micros(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(1))
  return `${median(values).toFixed(1)} µs (${least} to ${most})`
}

function verdict(name: string, more: readonly Run[], peer: readonly Run[]): string {
  if (!own.some((one) => one.name === name)) return ''
  const isKept = median(ratios(more, peer)) <= budget
  return `, budget ${budget.toFixed(2)}: ${isKept ? 'kept' : 'exceeded'}`
}
