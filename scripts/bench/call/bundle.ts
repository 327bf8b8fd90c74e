import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type OutputChunk, rolldown } from 'rolldown'
import { publishedIn } from '../../common/tarball.ts'
import type { Row } from '../row.ts'
import { type App, apps } from './bundle-apps.ts'
import { generatedClients } from './generated-clients.ts'

const kibibyte = 1024

/** What an app that creates one gateway downloads, with what is published and with what it would be written by hand. */
export const bundle: Row = {
  name: 'bundle',
  peers: 'call',
  packages: ['openapi-fetch', '@redocly/cli', 'rolldown'],
  answer: async ({ folder, modules }) => {
    const home = await homeOfApps(folder, modules)
    const chosen = apps.filter(({ needs }) => needs === undefined || modules !== undefined)
    const sized: (App & { readonly size: Size })[] = []
    for (const app of chosen) sized.push({ ...app, size: await sizeOf(home, app.name, app.code) })
    const targets = sized.flatMap(({ name, size, budget }) => {
      if (budget === undefined) return []
      return [
        {
          what: `${name}, loaded`,
          limit: budget,
          measured: size.loaded / kibibyte,
          better: 'less',
          unit: 'KiB',
        } as const,
      ]
    })
    return [
      {
        name: 'bundle',
        title: 'Bundle: an app that creates one gateway, minified, gzip -9',
        measures: [
          { label: 'loaded at once', unit: 'KiB', better: 'less' },
          { label: 'loaded later', unit: 'KiB', better: 'less' },
          { label: 'in one file', unit: 'KiB', better: 'less' },
        ],
        entries: sized.map(({ name, makes, size }) => ({
          ...{ tool: name, makes },
          cells: [size.loaded, size.later, size.whole].map((bytes) => [bytes / kibibyte]),
        })),
        targets,
        notes: ['Later: with the first use of what it is for.'],
      },
    ]
  },
}

/** A folder whose apps find what is published, and the peers. */
async function homeOfApps(folder: string, peers: string | undefined): Promise<string> {
  const home = join(folder, 'apps')
  mkdirSync(home)
  const modules = await publishedIn(home)
  if (peers === undefined) return home
  for (const name of ['ky', 'axios', 'ofetch']) symlinkSync(join(peers, name), join(modules, name))
  await generatedClients(home, peers)
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
