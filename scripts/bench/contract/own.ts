import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../../src/generate/options.ts'
import { ownScript } from '../../common/own-script.ts'
import { token } from '../serving.ts'
import type { Suite, Told } from './suite.ts'

/** What we need of our own report. */
interface Report {
  readonly summary: { readonly cases: number }
  readonly findings: readonly { readonly id: string; readonly caseId?: string }[]
}

/** Our suite against the service, as it runs against any URL that it may write to. */
export function own(folder: string): Suite {
  return ownSuite(folder, {
    name: 'ours',
    makes: 'valid requests, broken ones, and what a gateway goes through',
    options: (baseUrl) => ['--target', baseUrl, '--allow-writes', '--token-env', 'API_TOKEN', '--wait', '1'],
  })
}

/** Our suite against the targets that it brings along. */
export function builtIn(folder: string, target: 'sandbox' | 'prism'): Suite {
  return ownSuite(folder, {
    name: `ours, --target ${target}`,
    makes: 'starts it, too',
    options: () => ['--target', target],
  })
}

interface OwnSuite {
  readonly name: string
  readonly makes: string
  readonly options: (baseUrl: string) => readonly string[]
}

function ownSuite(folder: string, { name, makes, options }: OwnSuite): Suite {
  const report = join(folder, 'own.json')
  const fixed = ['--seed', '1', '--report', `json=${report}`]
  return {
    name,
    makes,
    commands: (baseUrl) => [
      {
        command: [process.execPath, ...ownScript('contract', ...options(baseUrl), ...fixed)],
        cwd: ours.root,
        env: { API_TOKEN: token },
      },
    ],
    reports: [report],
    told: () => toldBy(report),
  }
}

function toldBy(file: string): Told {
  const { summary, findings }: Report = JSON.parse(readFileSync(file, 'utf8'))
  return { cases: summary.cases, failures: findings.map(({ id, caseId = '' }) => `${id} ${caseId}`) }
}
