import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { realPath } from '../document/real-path.ts'
import type { Finding } from '../report/finding.ts'
import { manifestName, sha256Of, toolVersions } from './manifest.ts'
import { type GenerateOptions, runtimeFor } from './options.ts'
import { currentText, readManifest } from './write-files.ts'

/** Compares a folder with files that were just generated, and names every stale, missing and stray one. */
export function compareFiles(out: string, files: ReadonlyMap<string, string>): Finding[] {
  const expected = [...files].flatMap(([name, text]) => {
    const current = currentText(join(out, name))
    if (current === text) return []
    return current === undefined ? absent(out, name) : [stale(out, name, 'it differs from what the document gives')]
  })
  return [...expected, ...strayFiles(out, new Set(files.keys()))]
}

/**
 * Compares a folder with its manifest: the inputs and the tools are those it was made with, and the outputs are
 * as they were written. Undefined when the manifest cannot answer, so that generating is the only way to know.
 */
export function compareWithManifest(options: GenerateOptions): Finding[] | undefined {
  const { spec, out } = options
  const manifest = readManifest(out)
  const folder = dirname(realPath(spec))
  if (!manifest || manifest.document !== basename(spec) || manifest.options.runtime !== runtimeFor(options))
    return undefined
  if (JSON.stringify(manifest.tools) !== JSON.stringify(toolVersions())) return undefined
  const inputsAreSame = Object.entries(manifest.inputs).every(
    ([name, hash]) => hashOf(join(folder, name), true) === hash,
  )
  if (!inputsAreSame) return undefined
  const outputs = Object.entries(manifest.outputs).flatMap(([name, hash]) => {
    const current = hashOf(join(out, name), false)
    if (current === hash) return []
    return current === undefined ? absent(out, name) : [stale(out, name, 'it was changed after it was generated')]
  })
  return [...outputs, ...strayFiles(out, new Set([...Object.keys(manifest.outputs), manifestName]))]
}

function hashOf(file: string, foldLineEnds: boolean): string | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    return sha256Of(foldLineEnds ? text.replaceAll('\r\n', '\n') : text)
  } catch {
    return undefined
  }
}

function strayFiles(out: string, expected: ReadonlySet<string>): Finding[] {
  const folders = new Set([...expected].flatMap(foldersOf))
  const strays = (folder: string): string[] =>
    present(join(out, folder)).flatMap((own) => {
      const name = `${folder}${own}`
      if (expected.has(name)) return []
      return folders.has(`${name}/`) && isFolder(join(out, name)) ? strays(`${name}/`) : [name]
    })
  return strays('').map((name) => finding('generated-file-stray', out, name, 'nothing generates it; remove it'))
}

/** `a/b/c` stands in `a/` and `a/b/`. */
function foldersOf(name: string): string[] {
  return [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index + 1))
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function present(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

/** A folder in the place of a file has to go before the file can come. */
function absent(out: string, name: string): Finding[] {
  const missing = finding('generated-file-missing', out, name, 'it does not exist')
  const inTheWay = finding('generated-file-stray', out, name, 'a folder is in the place of the file; remove it')
  return existsSync(join(out, name)) ? [inTheWay, missing] : [missing]
}

function stale(out: string, name: string, reason: string): Finding {
  return finding('generated-file-stale', out, name, reason)
}

function finding(id: string, out: string, name: string, reason: string): Finding {
  return { id, severity: 'error', message: `${join(out, name)}: ${reason}` }
}
