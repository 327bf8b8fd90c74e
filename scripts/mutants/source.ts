import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { say } from '../../src/report/command.ts'

const own = join(ours.root, 'scripts/mutants')
/** Below node_modules, so that vitest, the runner's peer, is the project's. */
const cache = join(ours.root, 'node_modules/.cache/mutants')

/** The score below which the run fails, in per cent. */
const leastScore = 90

/**
 * Breaks the sources of the checks and the reports themselves, one place at a time, and lets their tests find it. Stryker is
 * many packages that only this needs: it is installed on first use. Answers whether the score is reached.
 *
 * @throws {CannotRunError} when Stryker cannot be installed
 */
export async function sourceMutants(mutate: readonly string[]): Promise<boolean> {
  mkdirSync(cache, { recursive: true })
  if (!isInstalled()) await install()
  const config = join(cache, 'stryker.config.json')
  writeFileSync(config, JSON.stringify(strykerConfig(mutate)))
  const stryker = join(cache, 'node_modules/@stryker-mutator/core/bin/stryker.js')
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

function isInstalled(): boolean {
  const copy = join(cache, 'package-lock.json')
  if (!existsSync(join(cache, 'node_modules/.package-lock.json')) || !existsSync(copy)) return false
  return readFileSync(copy, 'utf8') === readFileSync(join(own, 'package-lock.json'), 'utf8')
}

async function install(): Promise<void> {
  say('Installing Stryker …')
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(own, name), join(cache, name))
  const code = await run('npm', ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund'], cache)
  if (code !== 0) throw new CannotRunError(`Stryker could not be installed: npm ci in ${cache} ended with ${code}.`)
}

function run(command: string, args: readonly string[], cwd: string): Promise<number | null> {
  const child = spawn(command, args, { cwd, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}
