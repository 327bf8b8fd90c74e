import { basename } from 'node:path'
import { namesFor } from '../document/names.ts'
import { inspectDocument, refuse } from '../document/read-document.ts'
import { readModel } from '../document/read-model.ts'
import type { Finding } from '../report/finding.ts'
import { clientFile } from './client.ts'
import { furtherErrors } from './further-errors.ts'
import { manifestFile, manifestName } from './manifest.ts'
import { openapiJsonFile } from './openapi-json.ts'
import { operationsFile } from './operations.ts'
import { type GenerateOptions, runtimeFor } from './options.ts'
import { typesFile } from './types.ts'
import { typesAside } from './types-aside.ts'
import { validatorFiles } from './validators.ts'

/** Generated files in memory. */
export interface Generated {
  /** File name → text. */
  readonly files: ReadonlyMap<string, string>
  readonly warnings: readonly Finding[]
}

/**
 * Document → model → files in memory. Writes nothing.
 *
 * @throws {CannotRunError} listing every problem of the document
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const runtime = runtimeFor(options)
  const source = await inspectDocument(options.spec, { allowRemote: options.allowRemote ?? false })
  if (source.errors.length > 0) refuse(options.spec, [...source.errors, ...(await furtherErrors(source))])
  const model = readModel(source.bundle)
  const names = namesFor(model)
  const json = openapiJsonFile(source.bundle)
  const types = typesAside(source.bundle, json)
  try {
    const validators = await validatorFiles(model, names, source.locate)
    refuse(options.spec, validators.findings)
    const outputs = new Map([
      ['openapi.json', json],
      ['types.ts', typesFile(await types.made(), model, names)],
      ['operations.ts', operationsFile(model, names, runtime)],
      ['client.ts', clientFile(model, names, runtime)],
      ...validators.files,
    ])
    const manifest = manifestFile({ document: basename(options.spec), inputs: source.inputs, outputs, runtime })
    return { files: new Map([...outputs, [manifestName, manifest]]), warnings: source.warnings }
  } finally {
    await types.stop()
  }
}
