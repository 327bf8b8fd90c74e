import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { killedAtExit } from '../../src/report/killed-at-exit.ts'
import { finished } from '../common/finished.ts'
import { bundled } from './bundled.ts'
import { checksIn, versionIn } from './program-output.ts'
import type { Bench, Outcome, Row } from './row.ts'
import { tool } from './tools.ts'

const { platform, arch } = process

/** workerd, the engine of Cloudflare Workers: the program runs while it answers a request. */
export const worker: Row = { name: 'workerd', run }

async function run(bench: Bench): Promise<Outcome> {
  const binary = tool(`@cloudflare/workerd-${platform}-${arch === 'x64' ? '64' : arch}/bin/workerd`)
  if (binary === undefined) return { skipped: `workerd has no binary for ${platform} ${arch}` }
  const { stdout } = await finished(binary, ['--version'], { cwd: bench.app })
  const version = versionIn(stdout)
  const config = configFor(await bundled(bench, 'in-worker.js'), version)
  const { url, stop } = await serving(binary, config)
  try {
    const answer = await fetch(`${url}/?service=${encodeURIComponent(bench.baseUrl)}`)
    const text = await answer.text()
    const checks = checksIn(text)
    if (checks === undefined) throw new Error(`the worker answered with ${answer.status}: ${text}`)
    return { version, checks }
  } finally {
    await stop()
  }
}

/** `local` alone is loopback. The compatibility date is the engine's own: nothing old is kept alive. */
function configFor(file: string, compatibilityDate: string): string {
  const config = join(dirname(file), 'config.capnp')
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .program), (name = "loopback", network = (allow = ["local"]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const program :Workerd.Worker = (
  modules = [(name = "program", esModule = embed "${basename(file)}")],
  compatibilityDate = "${compatibilityDate}",
  globalOutbound = "loopback",
);
`,
  )
  return config
}

async function serving(binary: string, config: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const args = ['serve', '--control-fd=3', config]
  const child = killedAtExit(spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] }))
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { url: `http://127.0.0.1:${await portOf(child)}`, stop }
}

/** The port that the system chose, which workerd tells on its control channel. */
function portOf(child: ChildProcess): Promise<number> {
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`workerd ended with ${code}: ${said}`)))
    createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
      const [, port] = /"port": *(\d+)/.exec(line) ?? []
      if (port !== undefined) resolve(Number(port))
    })
  })
}
