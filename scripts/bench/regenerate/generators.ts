import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../../src/generate/options.ts'
import type { Tool } from '../processes.ts'

/** Where a tool finds what it needs, and puts what it makes. */
export interface Generating {
  readonly spec: string
  /** A folder of its own for each document. It is outside the repository, whose settings are not the peers'. */
  readonly folder: string
}

/** All that can be run; of the row's lockfile only where `modules` has them. */
export function generators(modules: string | undefined, generating: Generating): readonly Tool[] {
  mkdirSync(generating.folder, { recursive: true })
  return [...rootGenerators(generating), ...(modules === undefined ? [] : peerGenerators(modules, generating))]
}

/** The peers that are installed with the project: types alone, and a client with zod schemas. */
function rootGenerators({ spec, folder }: Generating): readonly Tool[] {
  const rootPackage = (name: string) => join(ours.root, 'node_modules', name)
  const client = ['generate-client', spec, '--generator', 'typescript', '--generator', 'zod']
  return [
    {
      name: 'openapi-typescript',
      makes: 'types alone',
      command: [
        process.execPath,
        join(rootPackage('openapi-typescript'), 'bin/cli.js'),
        spec,
        '--output',
        join(folder, 'types.ts'),
      ],
      cwd: folder,
    },
    {
      name: 'redocly generate-client',
      makes: 'types, client, zod schemas; experimental; no structure check',
      command: [
        process.execPath,
        join(rootPackage('@redocly/cli'), 'bin/cli.js'),
        ...client,
        '--output',
        join(folder, 'redocly/client.ts'),
      ],
      cwd: folder,
    },
  ]
}

interface Peer {
  readonly name: string
  readonly makes: string
  /** The program in its package. */
  readonly program: string
  readonly args: (generating: Generating) => readonly string[]
  /** What tells it from another line of the same package; default: its name. */
  readonly label?: string
}

const peers: readonly Peer[] = [
  {
    name: '@hey-api/openapi-ts',
    makes: 'types, fetch client, zod schemas',
    program: 'bin/run.js',
    args: ({ spec, folder }) => {
      const plugins = ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk', 'zod']
      return ['-i', spec, '-o', join(folder, 'hey-api'), '--no-log-file', '-p', ...plugins]
    },
  },
  {
    name: 'orval',
    makes: 'types, fetch functions, zod schemas',
    program: 'dist/bin/orval.mjs',
    args: (generating) => ['--config', orvalConfig(generating, ['fetch', 'zod'])],
  },
  {
    name: 'orval',
    label: 'orval without zod',
    makes: 'types, fetch functions; no validation',
    program: 'dist/bin/orval.mjs',
    args: (generating) => ['--config', orvalConfig(generating, ['fetch'])],
  },
  {
    name: '@kubb/cli',
    makes: 'JSON schemas, types, fetch client, zod schemas; a file for each',
    program: 'bin/kubb.cjs',
    args: (generating) => ['generate', '--config', kubbConfig(generating)],
  },
  {
    name: 'swagger-typescript-api',
    makes: 'types, fetch client; no validation',
    program: 'dist/cli.mjs',
    args: ({ spec, folder }) => ['generate', '-p', spec, '-o', join(folder, 'swagger-typescript-api')],
  },
  {
    name: 'oazapfts',
    makes: 'types, fetch functions; no validation',
    program: 'dist/cli.js',
    args: ({ spec, folder }) => [spec, join(folder, 'oazapfts.ts')],
  },
  {
    name: 'openapi-zod-client',
    makes: 'zod schemas, zodios client',
    program: 'bin.js',
    args: ({ spec, folder }) => [spec, '-o', join(folder, 'openapi-zod-client.ts')],
  },
]

/** The peers of this row's lockfile, each as its own documentation sets it up. */
function peerGenerators(modules: string, generating: Generating): readonly Tool[] {
  const { folder } = generating
  // A configuration that is a program imports its tool from beside it.
  symlinkSync(modules, join(folder, 'node_modules'))
  return peers.map(({ name, label = name, makes, program, args }) => ({
    name: label,
    makes,
    command: [process.execPath, join(modules, name, program), ...args(generating)],
    cwd: folder,
  }))
}

function orvalConfig({ spec, folder }: Generating, clients: readonly string[]): string {
  const input = { target: spec, parserOptions: { externalRefs: { allow: ['*'] } } }
  const projects = clients.map((client) => [
    client,
    { input, output: { target: join(folder, `orval/${client}.ts`), client } },
  ])
  return written(
    folder,
    `orval-${clients.join('-')}.config.mjs`,
    `export default ${JSON.stringify(Object.fromEntries(projects))}\n`,
  )
}

function kubbConfig({ spec, folder }: Generating): string {
  const output = { path: join(folder, 'kubb'), clean: true, format: false, lint: false }
  return written(
    folder,
    'kubb.config.mjs',
    `import { pluginClient } from '@kubb/plugin-client'
import { pluginOas } from '@kubb/plugin-oas'
import { pluginTs } from '@kubb/plugin-ts'
import { pluginZod } from '@kubb/plugin-zod'
const plugins = [pluginOas(), pluginTs(), pluginZod(), pluginClient({ client: 'fetch', parser: 'zod' })]
export default { root: ${JSON.stringify(folder)}, input: { path: ${JSON.stringify(spec)} }, output: ${JSON.stringify(output)}, plugins }
`,
  )
}

function written(folder: string, name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
