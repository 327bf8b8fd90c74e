import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { ownScript } from '../scripts/common/own-script.ts'

/** This repository. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inference-gateways-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface CommandResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface CommandOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs one of the repository's scripts on the engine that runs the tests, and waits for its end. */
export function runScript(
  name: string,
  args: readonly string[],
  { cwd = root, env = {} }: CommandOptions = {},
): Promise<CommandResult> {
  return run(process.execPath, ownScript(name, ...args), { cwd, env })
}

export function run(
  command: string,
  args: readonly string[],
  { cwd = root, env = {} }: CommandOptions = {},
): Promise<CommandResult> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}
