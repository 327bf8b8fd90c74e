import { join } from 'node:path'
import { finished } from '../common/finished.ts'
import { outcomeFrom } from './program-output.ts'
import type { Bench, Outcome, Row } from './row.ts'
import { ownNode, tool } from './tools.ts'

/** An engine that runs a file. */
interface Engine {
  readonly name: string
  /** Undefined where its packages have none for this platform. */
  readonly binary: () => string | undefined
  /** What stands before the file. */
  readonly options?: (bench: Bench) => readonly string[]
  /** The engine is told to refuse code from strings, and has to. */
  readonly isStrict?: boolean
  readonly isOwn?: boolean
}

const { platform, arch } = process
const cpu = arch === 'arm64' ? 'aarch64' : arch

const own = { binary: () => ownNode, isOwn: true }

const all: readonly Engine[] = [
  { name: 'node-20', binary: () => tool(`node20-${platform}-${arch}/bin/node`) },
  { name: 'node-22', binary: () => tool(`node22-${platform}-${arch}/bin/node`) },
  { name: 'node-24', ...own },
  {
    name: 'node-24-strict',
    ...own,
    options: () => ['--disallow-code-generation-from-strings', '--disable-proto=throw', '--frozen-intrinsics'],
    isStrict: true,
  },
  { name: 'node-26', binary: () => tool(`node26-${platform}-${arch}/bin/node`) },
  { name: 'bun', binary: () => tool(`@oven/bun-${platform}-${cpu}/bin/bun`), options: () => ['--no-install'] },
  {
    name: 'deno',
    binary: () => tool(`@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}/deno`),
    options: ({ baseUrl }) => ['run', '--no-prompt', '--cached-only', `--allow-net=${new URL(baseUrl).host}`],
  },
]

export const engines: readonly Row[] = all.map((engine) => ({
  name: engine.name,
  isOwn: engine.isOwn ?? false,
  run: (bench) => run(engine, bench),
}))

async function run({ name, binary, options, isStrict = false }: Engine, bench: Bench): Promise<Outcome> {
  const command = binary()
  if (command === undefined) return { skipped: `${name} has no binary for ${platform} ${arch}` }
  // Nothing of ours: no proxy, no Node options, no cache of a user's.
  const env = { HOME: bench.app, DENO_DIR: join(bench.app, '.deno'), DENO_NO_UPDATE_CHECK: '1', DO_NOT_TRACK: '1' }
  const surroundings = { cwd: bench.app, env }
  const version = await finished(command, ['--version'], surroundings)
  const strict = isStrict ? ['strict'] : []
  const args = [...(options?.(bench) ?? []), 'program/in-process.js', bench.baseUrl, ...strict]
  return outcomeFrom(version.stdout, await finished(command, args, surroundings))
}
