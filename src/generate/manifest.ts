import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { InputFile } from '../document/source-files.ts'

/** What the generated files were made from. Enough to tell, without making them again, whether they are fresh. */
export interface Manifest {
  /** Input file, relative to the document's folder → sha256. The document itself is named by `document`. */
  readonly inputs: { readonly [name: string]: string }
  readonly document: string
  /** Output file → sha256. */
  readonly outputs: { readonly [name: string]: string }
  readonly options: { readonly runtime: string }
  /** Tool → version; `generator` is the sha256 of our own sources. */
  readonly tools: { readonly [name: string]: string }
}

export const manifestName = 'manifest.json'

/** Everything that a manifest records. */
export interface ManifestFacts {
  readonly document: string
  readonly inputs: readonly InputFile[]
  readonly outputs: ReadonlyMap<string, string>
  readonly runtime: string
}

export function manifestFile({ document, inputs, outputs, runtime }: ManifestFacts): string {
  const manifest: Manifest = {
    document,
    inputs: Object.fromEntries(inputs.map(({ name, sha256 }) => [name, sha256])),
    outputs: Object.fromEntries([...outputs].sort(byName).map(([name, text]) => [name, sha256Of(text)])),
    options: { runtime },
    tools: toolVersions(),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

export function sha256Of(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

const packages = ['@redocly/openapi-core', 'ajv', 'ajv-formats', 'openapi-typescript', 'typescript']

/** The versions of what shapes the output, read without loading it. */
export function toolVersions(): { readonly [name: string]: string } {
  const require = createRequire(import.meta.url)
  const versions = packages.map((name) => [name, versionOf(require.resolve(`${name}/package.json`))] as const)
  return Object.fromEntries([...versions, ['generator', generatorHash()]])
}

function versionOf(packageJson: string): string {
  const { version } = JSON.parse(readFileSync(packageJson, 'utf8'))
  return String(version)
}

const generatorFolders = ['../document/', './'].map((folder) => new URL(folder, import.meta.url))

/** The sha256 of every source file that decides what is generated: of its name and of what it holds. */
export function generatorHash(folders: readonly URL[] = generatorFolders): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const names = readdirSync(folder, { recursive: true })
      .map((name) => String(name).replaceAll('\\', '/'))
      .filter((name) => /\.[jt]s$/.test(name))
    for (const name of names.sort()) hash.update(name).update(readFileSync(new URL(name, folder)))
  }
  return hash.digest('hex')
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1
}
