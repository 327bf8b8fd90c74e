import { type Finished, finished } from '../common/finished.ts'
import type { Bench, Check, Row, Tried } from './row.ts'
import { ownNode, script } from './tools.ts'

/** A tool that judges the package without running it: clean is exit code 0. */
interface Judge {
  readonly name: string
  readonly script: string
  readonly args: (tarball: string) => readonly string[]
  /** What it holds the package to. */
  readonly holds: string
}

const all: readonly Judge[] = [
  {
    name: 'publint',
    script: 'publint/src/cli.js',
    args: (tarball) => ['run', '--strict', tarball],
    holds: 'package.json and files fit each other',
  },
  {
    name: 'attw',
    script: '@arethetypeswrong/cli/dist/index.js',
    // The package is ESM only, and says so.
    args: (tarball) => ['--profile', 'esm-only', '--no-color', '--no-emoji', '--format', 'ascii', tarball],
    holds: 'every entry point resolves to types that are right',
  },
]

export const judges: readonly Row[] = all.map((judge) => ({ name: judge.name, run: (bench) => run(judge, bench) }))

async function run({ script: path, args, holds }: Judge, { app, tarball }: Bench): Promise<Tried> {
  const file = script(path)
  const version = await finished(ownNode, [file, '--version'], { cwd: app })
  return {
    version: /\d+\.\d+\.\d+/.exec(version.stdout)?.[0] ?? '?',
    checks: [verdict(holds, await finished(ownNode, [file, ...args(tarball)], { cwd: app }))],
  }
}

function verdict(name: string, { code, stdout, stderr }: Finished): Check {
  return { name, ok: code === 0, detail: `${stdout}${stderr}`.trim() }
}
