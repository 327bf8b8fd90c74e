import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { ours } from '../../../src/generate/options.ts'
import { type Contender, timed } from '../processes.ts'

/** A client that a peer generates of our document. */
export interface GeneratedClient {
  readonly name: 'hey-api' | 'redocly'
  /** What an app imports it from. */
  readonly entry: string
}

/** Lets the peers make their clients, each into a folder of its name. */
export async function generatedClients(folder: string, modules: string): Promise<readonly GeneratedClient[]> {
  const spec = join(ours.out, 'openapi.json')
  const made = (name: GeneratedClient['name'], program: string, ...args: string[]): Contender => {
    return { name, command: [process.execPath, program, ...args], cwd: folder }
  }
  const heyApi = join(folder, 'hey-api')
  const plugins = ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk']
  const run = join(modules, '@hey-api/openapi-ts/bin/run.js')
  await timed(made('hey-api', run, '-i', spec, '-o', heyApi, '--no-log-file', '-p', ...plugins))
  const entry = join(folder, 'hey-api.ts')
  writeFileSync(entry, "export * from './hey-api/sdk.gen.ts'\nexport { client } from './hey-api/client.gen.ts'\n")
  const redocly = join(folder, 'redocly/client.ts')
  const cli = join(ours.root, 'node_modules/@redocly/cli/bin/cli.js')
  await timed(made('redocly', cli, 'generate-client', spec, '--output', redocly))
  return [
    { name: 'hey-api', entry },
    { name: 'redocly', entry: redocly },
  ]
}

/** The same as modules that Node loads: some import each other without an extension. */
export async function loadableClients(folder: string, modules: string): Promise<void> {
  for (const { name, entry } of await generatedClients(folder, modules)) {
    const build = await rolldown({ input: entry, platform: 'node' })
    await build.write({ file: join(folder, `${name}.js`), format: 'esm' })
    await build.close()
  }
}
