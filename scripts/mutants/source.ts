import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { lockedPackages } from '../locked/locked-packages.ts'

const { modules, install } = lockedPackages('mutants')

/** The score below which the run fails, in per cent. */
const leastScore = 90

/**
 * Breaks the sources of the checks and the reports themselves, one place at a time, and lets their tests find it. Stryker is
 * many packages that only this needs: it is installed on first use. Answers whether the score is reached.
 *
 * @throws {CannotRunError} when Stryker cannot be installed
 */
export async function sourceMutants(mutate: readonly string[]): Promise<boolean> {
  // vitest, the runner's peer, is the project's.
  await install('Stryker', ['--legacy-peer-deps'])
  const config = join(modules, '../stryker.config.json')
  writeFileSync(config, JSON.stringify(strykerConfig(mutate)))
  const stryker = join(modules, '@stryker-mutator/core/bin/stryker.js')
  return (await run(process.execPath, [stryker, 'run', config], ours.root)) === 0
}

function strykerConfig(mutate: readonly string[]): object {
  return {
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/mutants/vitest.config.ts', related: false },
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
