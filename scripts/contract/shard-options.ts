import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { type ReportFile, reportFiles } from '../../src/report/report-files.ts'
import { userPath } from '../../src/report/user-folder.ts'

/** What the command line says of a suite that is spread over machines, as text. */
export interface ShardArguments {
  readonly shard?: string
  readonly blobs?: string
  readonly merge?: string
  readonly shards?: string
  readonly report: readonly string[]
  readonly target: string
}

/** One share of the suite to be run, or all shares to be joined. */
export type ShardJob =
  | { readonly kind: 'shard'; readonly index: number; readonly count: number; readonly blobs: string }
  | { readonly kind: 'merge'; readonly count: number; readonly blobs: string; readonly junit?: string }

/**
 * Reads the options of a shard or a merge; undefined where neither is asked for.
 *
 * @param given the names of the options that were written
 * @throws {CannotRunError} that says which options do not go together, or what is wrong with one
 */
export function shardJob(values: ShardArguments, given: readonly string[]): ShardJob | undefined {
  const { shard, merge } = values
  if (shard !== undefined) return oneShard(shard, values, given)
  if (merge !== undefined) return allShards(merge, values, given)
  for (const [option, other] of [['blobs', '--shard I/N'] as const, ['shards', '--merge DIR'] as const])
    if (given.includes(option)) throw new CannotRunError(`--${option} goes with ${other} alone.`)
  return undefined
}

const withShard = ['shard', 'blobs', 'spec', 'target', 'token-env', 'allow-writes', 'wait', 'seed']

function oneShard(shard: string, { blobs, target }: ShardArguments, given: readonly string[]): ShardJob {
  refuseOthers('--shard', withShard, given)
  if (blobs === undefined) throw new CannotRunError('--shard needs --blobs DIR, the folder for what the shard found.')
  if (target === 'sandbox')
    throw new CannotRunError('--shard does not go with --target sandbox; use prism, or the URL of one that runs.')
  const [, first = '', last = ''] = /^(\d{1,3})\/(\d{1,3})$/.exec(shard) ?? []
  const [index, count] = [Number(first), Number(last)]
  if (index < 1 || index > count) throw new CannotRunError(`--shard ${shard} is no shard; write I/N, as 1/4.`)
  return { kind: 'shard', index, count, blobs: userPath(blobs) }
}

function allShards(merge: string, { shards = '', report }: ShardArguments, given: readonly string[]): ShardJob {
  refuseOthers('--merge', ['merge', 'shards', 'report'], given)
  if (!/^[1-9]\d{0,2}$/.test(shards))
    throw new CannotRunError('--merge needs --shards N, how many shards there were, so that a missing one is noticed.')
  const junit = junitFile(reportFiles(report))
  return { kind: 'merge', count: Number(shards), blobs: userPath(merge), ...(junit !== undefined && { junit }) }
}

function junitFile(files: readonly ReportFile[]): string | undefined {
  const [junit, second] = files
  if (second !== undefined || (junit !== undefined && junit.reporter.id !== 'junit'))
    throw new CannotRunError('--merge writes one report, --report junit=FILE.')
  return junit?.file
}

function refuseOthers(option: string, allowed: readonly string[], given: readonly string[]): void {
  const others = given.filter((name) => !allowed.includes(name)).map((name) => `--${name}`)
  if (others.length > 0) throw new CannotRunError(`${option} does not go with ${others.join(', ')}.`)
}
