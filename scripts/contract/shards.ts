import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { temporaryFolder } from '../../src/document/temporary-folder.ts'
import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import type { ExitCode } from '../../src/report/command.ts'
import type { Finding } from '../../src/report/finding.ts'
import { textReport } from '../../src/report/text-reporter.ts'
import type { ContractOptions } from './options.ts'
import type { ShardJob } from './shard-options.ts'
import { shardSummary } from './shard-summary.ts'

type Shard = Extract<ShardJob, { kind: 'shard' }>
type Merge = Extract<ShardJob, { kind: 'merge' }>

/**
 * Runs one share of the suite as vitest tests, and leaves what it found in a file named by its number.
 *
 * @throws {CannotRunError} when the document cannot be read, or the suite could not begin
 */
export async function runShard(
  { index, count, blobs }: Shard,
  spec: string,
  options: ContractOptions,
): Promise<ExitCode> {
  const { contractDocument } = await import('../../src/contract/contract-document.ts')
  await contractDocument(spec)
  mkdirSync(blobs, { recursive: true })
  const blob = join(blobs, `${index}.json`)
  rmSync(blob, { force: true })
  const args = [`--shard=${index}/${count}`, '--reporter=default', '--reporter=blob', `--outputFile.blob=${blob}`]
  const code = vitest(args, { ...settings(spec, options), ...slices(count) })
  if (!existsSync(blob)) throw new CannotRunError(`Shard ${index}/${count} did not begin; what stands above says why.`)
  return code
}

/**
 * Joins what the shards found. A missing shard is a finding: what it would have tried was not tried.
 *
 * @throws {CannotRunError} when the folder holds what is no shard of the run
 */
export function mergeShards({ count, blobs, junit }: Merge): ExitCode {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const missing = numbers.filter((number) => !existsSync(join(blobs, `${number}.json`)))
  refuseStrangers(blobs, numbers)
  process.stdout.write(textReport(missing.map((number) => lost(number, count))))
  const folder = temporaryFolder('shards')
  try {
    const json = join(folder.path, 'merged.json')
    const code = missing.length === count ? 1 : vitest(mergeArguments(blobs, json, junit), slices(count))
    const { GITHUB_STEP_SUMMARY: summary } = process.env
    if (summary) appendFileSync(summary, shardSummary(existsSync(json) ? readFileSync(json, 'utf8') : '{}', missing))
    return missing.length > 0 ? 1 : code
  } finally {
    folder.remove()
  }
}

function mergeArguments(blobs: string, json: string, junit: string | undefined): string[] {
  const own = junit === undefined ? [] : ['--reporter=junit', `--outputFile.junit=${junit}`]
  return [`--merge-reports=${blobs}`, '--reporter=default', '--reporter=json', `--outputFile.json=${json}`, ...own]
}

function refuseStrangers(blobs: string, numbers: readonly number[]): void {
  const names = new Set(numbers.map((number) => `${number}.json`))
  const strangers = (existsSync(blobs) ? readdirSync(blobs) : []).filter((name) => !names.has(name))
  if (strangers.length > 0)
    throw new CannotRunError(
      `${blobs} holds ${strangers.join(', ')}, no part of these shards; give a folder of its own.`,
    )
}

function lost(number: number, count: number): Finding {
  const message = `Shard ${number}/${count} left no ${number}.json: its cases were not tried.`
  return { id: 'shard-missing', severity: 'error', message }
}

/** Where the cases go. What the surroundings say of it does not count: the command line does. */
function settings(spec: string, { target, seed, waitMs }: ContractOptions): Record<string, string | undefined> {
  const service = target.kind === 'url' ? target : undefined
  return {
    CONTRACT_SPEC: spec,
    CONTRACT_TARGET: service?.baseUrl,
    CONTRACT_TOKEN: service?.token,
    CONTRACT_ALLOW_WRITES: service?.state === 'writable' ? '1' : undefined,
    CONTRACT_SEED: String(seed),
    CONTRACT_WAIT: String(waitMs / 1000),
  }
}

/** No fewer than shards, so that none is empty; the same for all, so that they fit together. */
function slices(count: number): Record<string, string> {
  return { CONTRACT_SLICES: String(Math.max(4, count)) }
}

function vitest(args: readonly string[], env: Readonly<Record<string, string | undefined>>): ExitCode {
  const program = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const config = join(ours.root, 'src/contract/vitest/vitest.config.ts')
  const { status } = spawnSync(process.execPath, [program, 'run', '--config', config, ...args], {
    cwd: ours.root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  return status === 0 ? 0 : 1
}
