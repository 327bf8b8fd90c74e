import { type ChildProcess, spawn } from 'node:child_process'
import { killedAtExit } from '../../src/report/killed-at-exit.ts'

/** A process that has ended. */
export interface Finished {
  /** null when it was killed. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** How long it went on after the last that it wrote to stdout, in milliseconds. */
  readonly silentMs: number
}

interface Surroundings {
  readonly cwd: string
  /** All that it sees of the environment; default: ours. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What runs longer hangs; default: two minutes. */
  readonly longestMs?: number
  /** It starts processes that would outlive it, as npm does: they are killed with it. */
  readonly hasChildren?: boolean
}

/** Runs a command and waits for its end; what hangs is killed. Rejects when it cannot be started. */
export function finished(
  command: string,
  args: readonly string[],
  { cwd, env = process.env, longestMs = 120_000, hasChildren = false }: Surroundings,
): Promise<Finished> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: hasChildren })
  const kill = (): void => {
    if (hasChildren) killGroup(child)
    else child.kill('SIGKILL')
  }
  killedAtExit(child, kill)
  const timer = setTimeout(kill, longestMs)
  const [stdout, stderr] = [child.stdout, child.stderr].map(collected)
  let spokeAt = performance.now()
  child.stdout.on('data', () => {
    spokeAt = performance.now()
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      const silentMs = performance.now() - spokeAt
      resolve({ code, stdout: stdout?.() ?? '', stderr: stderr?.() ?? '', silentMs })
    })
  })
}

/** A detached process with all that it has started. */
function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // All of them have ended.
  }
}

function collected(stream: NodeJS.ReadableStream): () => string {
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
  })
  return () => text
}
