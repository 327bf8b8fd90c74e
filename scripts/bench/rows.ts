import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { bundle } from './bundle.ts'
import { call } from './call.ts'
import { diff } from './diff.ts'
import { docs } from './docs.ts'
import { githubDocument, syntheticDocument } from './documents.ts'
import { type Contender, interleaved, median, ratio, summary, timed } from './measure.ts'
import type { Row } from './row.ts'
import { connections, prismServing, sandboxServing, throughput } from './serving.ts'

const require = createRequire(import.meta.url)

function generating(spec: string, out: string, ...options: string[]): Contender {
  const command = [process.execPath, join(ours.root, 'scripts/generate.ts'), '--spec', spec, '--out', out, ...options]
  return { name: ['generate', ...options].join(' '), command, cwd: dirname(out) }
}

/** The peer makes types alone; it runs outside the repository, whose redocly.yaml it cannot read. */
function typesAlone(spec: string, folder: string): Contender {
  const cli = join(dirname(require.resolve('openapi-typescript')), '../bin/cli.js')
  return {
    name: 'openapi-typescript',
    command: [process.execPath, cli, spec, '--output', join(folder, 'types.ts')],
    cwd: folder,
  }
}

/** The compiler on a generated folder, under the repository's strict settings. It fails when anything does not compile. */
function compiling(out: string): Contender {
  const settings = {
    extends: join(ours.root, 'tsconfig.json'),
    compilerOptions: {
      ...{ types: [], skipLibCheck: false },
      paths: { 'inference-gateways/client': [join(ours.root, 'src/client/index.ts')] },
    },
    include: [join(out, '*.ts')],
    exclude: [],
  }
  writeFileSync(join(dirname(out), 'package.json'), '{ "type": "module" }')
  writeFileSync(join(dirname(out), 'tsconfig.json'), JSON.stringify(settings))
  return {
    name: 'tsc',
    command: [process.execPath, require.resolve('typescript/lib/tsc.js'), '-p', dirname(out)],
    cwd: dirname(out),
  }
}

const generate: Row = {
  name: 'generate',
  answer: async ({ runs, folder }) => {
    const own = generating(ours.spec, join(folder, 'ours'))
    const uncached = { ...own, env: { NODE_DISABLE_COMPILE_CACHE: '1' } }
    const [usual = [], peer = [], bare = []] = await interleaved([own, typesAlone(ours.spec, folder), uncached], runs)
    return [
      `our document, everything: ${summary(usual)}`,
      `openapi-typescript, types alone: ${summary(peer)}`,
      `ratio, pair by pair: ${ratio(usual, peer)}`,
      `everything, without the engine’s compile cache: ${summary(bare)}`,
      `ratio, pair by pair: ${ratio(bare, peer)}`,
    ]
  },
}

const check: Row = {
  name: 'check',
  answer: async ({ runs, folder }) => {
    const out = join(folder, 'checked')
    await interleaved([generating(ours.spec, out)], 0)
    const [quick = [], full = []] = await interleaved(
      [generating(ours.spec, out, '--check'), generating(ours.spec, out, '--check', '--full')],
      runs,
    )
    return [`generate --check, unchanged: ${summary(quick)}`, `generate --check --full: ${summary(full)}`]
  },
}

const github: Row = {
  name: 'github',
  answer: async ({ folder, cache }) => {
    const spec = githubDocument(cache)
    if (!spec) return ['skipped: @octokit/openapi could not be fetched from the registry']
    const [own = [], peer = []] = await interleaved(
      [generating(spec, join(folder, 'github')), typesAlone(spec, folder)],
      1,
    )
    const compiled = await timed(compiling(join(folder, 'github')))
    return [
      `GitHub’s REST document, everything: ${summary(own)}`,
      `openapi-typescript, types alone: ${summary(peer)}`,
      `all of it compiled under strict by tsc: ${summary([compiled])}`,
    ]
  },
}

const growth: Row = {
  name: 'growth',
  answer: async ({ runs, folder }) => {
    const lines: string[] = []
    for (const operations of [10, 100, 1000]) {
      const spec = syntheticDocument(folder, operations)
      const [own = []] = await interleaved([generating(spec, join(folder, `growth-${operations}`))], Math.min(runs, 3))
      const perOperation = (median(own.map((run) => run.seconds)) * 1000) / operations
      lines.push(`${operations} operations: ${summary(own)}, ${perOperation.toFixed(1)} ms each`)
    }
    return lines
  },
}

const mock: Row = {
  name: 'mock',
  answer: async ({ runs }) => {
    const lines: string[] = []
    for (const [name, start] of [
      ['the sandbox', sandboxServing],
      ['Prism', prismServing],
    ] as const) {
      const serving = await start()
      try {
        await throughput(serving, 1)
        const rates: number[] = []
        for (let run = 0; run < runs; run++) rates.push(await throughput(serving, 2))
        lines.push(`${name}: ${Math.round(median(rates))} validated requests a second, ${connections} connections`)
      } finally {
        await serving.stop()
      }
    }
    return lines
  },
}

const commands: Row = {
  name: 'commands',
  answer: async ({ runs }) => {
    const start = { name: 'npm start', command: ['npm', 'start', '--silent'], cwd: ours.root }
    const test = { name: 'npm test', command: ['npm', 'test', '--silent'], cwd: ours.root }
    const [started = []] = await interleaved([start], Math.min(runs, 3))
    const [tested = []] = await interleaved([test], 1)
    return [`npm start, warm: ${summary(started)}`, `npm test: ${summary(tested)}`]
  },
}

/** All rows, in the order in which they are printed. */
export const rows: readonly Row[] = [generate, check, github, growth, mock, call, bundle, docs, diff, commands]
