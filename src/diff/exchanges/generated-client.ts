import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { validation } from '../../client/index.ts'
import type { Model } from '../../document/model.ts'
import { namesFor } from '../../document/names.ts'
import { writeFiles } from '../../generate/write-files.ts'
import type { GeneratedFiles } from '../uses/broken-uses.ts'

/** Calls one operation as its generated client does. */
export type CallOperation = (operationId: string, args: readonly unknown[]) => Promise<unknown>

type Method = (...args: readonly unknown[]) => Promise<unknown>

/** The client that is generated from a document, loaded from a folder of its own; every answer is validated. */
export async function generatedClient(files: GeneratedFiles, model: Model, folder: string, baseUrl: string) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFiles(folder, files)
  const load = (name: string) => import(pathToFileURL(join(folder, name)).href)
  const [{ createClient }, { operationValidators }] = await Promise.all([load('client.ts'), load('validators.js')])
  const credentials = Object.fromEntries(
    Object.entries(model.securitySchemes).map(([name, scheme]) => [name, isBasic(scheme) ? 'user:any' : 'any']),
  )
  const client = createClient({
    ...{ baseUrl, credentials, token: 'any', retry: false, validate: 'all' },
    validation: validation(operationValidators),
  })
  const { methods } = namesFor(model)
  const call: CallOperation = (operationId, args) => {
    const method: Method = client[methods.get(operationId) ?? '']
    return method(...args)
  }
  return call
}

function isBasic(scheme: Model['securitySchemes'][string]): boolean {
  return scheme.type === 'http' && scheme.scheme === 'basic'
}
