import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type OutputChunk, rolldown } from 'rolldown'
import { publishedIn } from '../common/tarball.ts'
import { apps } from './bundle-apps.ts'
import { peerModules, peerNames, withoutPeers } from './peers.ts'
import type { Row } from './row.ts'

const kilobyte = 1024

/** What an app that creates one gateway downloads, with what is published and with what it would be written by hand. */
export const bundle: Row = {
  name: 'bundle',
  answer: async ({ folder }) => {
    const modules = await peerModules()
    const home = await homeOfApps(folder, modules)
    const lines: string[] = []
    for (const { name, code, needs, budget } of apps) {
      if (needs && modules === undefined) continue
      const size = await sizeOf(home, name, code)
      lines.push(`${name}: ${sizes(size)}${budget === undefined ? '' : verdict(size.loaded, budget)}`)
    }
    return [
      `one create, minified, in gzip -9; a kB is ${grouped(kilobyte)} bytes; later: loaded with the first use of what it is for`,
      ...lines,
      ...(modules === undefined ? [withoutPeers] : []),
    ]
  },
}

/** A folder whose apps find what is published, and the peers. */
async function homeOfApps(folder: string, peers: string | undefined): Promise<string> {
  const home = join(folder, 'apps')
  mkdirSync(home)
  const modules = await publishedIn(home)
  if (peers !== undefined) for (const name of peerNames) symlinkSync(join(peers, name), join(modules, name))
  return home
}

/** Compressed bytes: before the app's first line runs, on demand, and of all in one file. */
interface Size {
  readonly loaded: number
  readonly later: number
  readonly whole: number
}

async function sizeOf(home: string, name: string, code: string): Promise<Size> {
  const input = join(home, `${name.replaceAll('/', '-')}.js`)
  writeFileSync(input, code)
  const build = await rolldown({ input, cwd: home, platform: 'browser' })
  const options = { format: 'esm', minify: true } as const
  const { output } = await build.generate(options)
  const whole = await build.generate({ ...options, codeSplitting: false })
  await build.close()
  const chunks = output.filter((file) => file.type === 'chunk')
  const atOnce = importedBy(chunks[0]?.fileName ?? '', chunks)
  const bytes = (files: readonly Pick<OutputChunk, 'code'>[]) =>
    files.reduce((sum, file) => sum + gzipSync(file.code, { level: 9 }).length, 0)
  const later = chunks.filter((chunk) => !atOnce.includes(chunk))
  return { loaded: bytes(atOnce), later: bytes(later), whole: bytes([whole.output[0]]) }
}

/** A file with all that it imports, and that imports, without waiting for it to be asked for. */
function importedBy(entry: string, chunks: readonly OutputChunk[]): OutputChunk[] {
  const names = new Set([entry])
  // What is added while the set is walked through is walked through too.
  for (const name of names)
    for (const imported of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) names.add(imported)
  return chunks.filter(({ fileName }) => names.has(fileName))
}

function sizes({ loaded, later, whole }: Size): string {
  return later === 0
    ? kilobytes(loaded)
    : `${kilobytes(loaded)}, ${kilobytes(later)} later; in one file ${kilobytes(whole)}`
}

function kilobytes(bytes: number): string {
  return `${(bytes / kilobyte).toFixed(2)} kB (${grouped(bytes)} bytes)`
}

function verdict(bytes: number, budget: number): string {
  const most = budget * kilobyte
  return `; budget ${budget} kB (${grouped(most)} bytes): ${bytes <= most ? 'kept' : 'exceeded'}`
}

function grouped(count: number): string {
  return count.toLocaleString('en')
}
