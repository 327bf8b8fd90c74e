import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What a run of the Redocly command line gave. */
export interface RedoclyRun {
  readonly code: number
  /** stdout and stderr as they came. */
  readonly output: string
}

/** Runs the Redocly command line, which has a parser and rules of its own, without its telemetry and update notice. */
export function redocly(args: readonly string[], cwd: string): Promise<RedoclyRun> {
  const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json')
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const command = [join(dirname(manifest), 'bin/cli.js'), ...args]
  const child = spawn(process.execPath, command, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Holds a document to the rules of redocly.yaml: the one that it names, or another by its absolute path. */
export function lintDocument(root: string, spec?: string): Promise<RedoclyRun> {
  const which = spec === undefined ? [] : [spec]
  return redocly(['lint', ...which, '--config', join(root, 'redocly.yaml'), '--max-problems', '1000'], root)
}
