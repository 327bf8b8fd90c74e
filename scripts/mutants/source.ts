import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { lockedPackages } from '../common/locked-packages.ts'

const { modules, install } = lockedPackages('mutants')

/** The score below which the run fails, in per cent. */
const leastScore = 90

/** What can be broken, and where it is. The tests that hold it are in the part's own `vitest.PART.config.ts`. */
const parts = new Map([
  ['contract', ['src/contract/checks/**/*.ts', 'src/report/**/*.ts']],
  ['client', ['src/client/**/*.ts']],
])

/**
 * Breaks the sources of a part themselves, one place at a time, and lets their tests find it. Stryker is many packages that
 * only this needs: it is installed on first use. Answers whether the score is reached.
 *
 * @param mutate globs of what is broken; default: the whole part
 * @throws {CannotRunError} when there is no such part, or Stryker cannot be installed
 */
export async function sourceMutants(part: string, mutate = parts.get(part)): Promise<boolean> {
  if (!parts.has(part)) throw new CannotRunError(`--source takes ${[...parts.keys()].join(' or ')}, not ${part}.`)
  // vitest, the runner's peer, is the project's.
  await install('Stryker', ['--legacy-peer-deps'])
  const config = join(modules, '../stryker.config.json')
  writeFileSync(config, JSON.stringify(strykerConfig(part, mutate)))
  const stryker = join(modules, '@stryker-mutator/core/bin/stryker.js')
  return (await run(process.execPath, [stryker, 'run', config], ours.root)) === 0
}

function strykerConfig(part: string, mutate: readonly string[] | undefined): object {
  return {
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    vitest: { configFile: `scripts/mutants/vitest.${part}.config.ts`, related: false },
    mutate,
    coverageAnalysis: 'perTest',
    // What is evaluated when a module loads would need every test again, for each place.
    ignoreStatic: true,
    concurrency: availableParallelism(),
    tempDirName: join(tmpdir(), `inference-gateways-mutants-${process.pid}`),
    cleanTempDir: 'always',
    reporters: ['clear-text'],
    clearTextReporter: { allowColor: false, logTests: false },
    allowConsoleColors: false,
    thresholds: { high: 100, low: leastScore, break: leastScore },
  }
}

function run(command: string, args: readonly string[], cwd: string): Promise<number | null> {
  const child = spawn(command, args, { cwd, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}
