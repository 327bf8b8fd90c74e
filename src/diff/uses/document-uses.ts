import { join } from 'node:path'
import { describedPlaces } from '../../contract/open-schema.ts'
import { jsonBody } from '../../contract/request.ts'
import { sampler } from '../../docs/samples/samples.ts'
import { isObject, type JsonObject } from '../../document/json.ts'
import type { Operation } from '../../document/model.ts'
import { namesFor } from '../../document/names.ts'
import { readReference } from '../../document/read-reference.ts'
import type { ReadRevision } from '../compared.ts'
import type { Use } from './use.ts'

/**
 * Code that any caller of a document may have written: the samples of its reference site, each documented body sent, and
 * each documented property of an answer read.
 *
 * @param folder where `generated/` is
 */
export function documentUses(revision: ReadRevision, folder: string): Use[] {
  const { bundle, model } = revision
  const samples = sampler(readReference(withoutPackage(bundle)))
  const { methods } = namesFor(model)
  return model.operations.flatMap((operation, index) => {
    const { operationId } = operation
    const method = JSON.stringify(methods.get(operationId) ?? operationId)
    const use = (name: string, kind: string, code: string): Use => ({
      name,
      operationId,
      file: join(folder, `${kind}-${index + 1}.ts`),
      code,
    })
    const sample = samples(operation).samples.find(({ id }) => id === 'typescript')?.code ?? ''
    const before = `import type { Client } from './generated/client.ts'\n`
    return [
      use(`the sample of ${operationId}`, 'sample', sample),
      ...bodies(operation).map(({ name, value }, number) =>
        use(
          `the example ${name} of ${operationId}`,
          `body-${number + 1}`,
          `${before}export const body: Parameters<Client[${method}]>[${bodyIndex(operation)}] = ${JSON.stringify(value)}\n`,
        ),
      ),
      ...reads(revision, operation).map((path, number) =>
        use(
          `reading ${path.slice(2)} of ${operationId}`,
          `read-${number + 1}`,
          `${before}export const read = (answer: Awaited<ReturnType<Client[${method}]>>) => answer${path}\n`,
        ),
      ),
    ]
  })
}

/** Samples call the package that a document names; here they call what is generated. */
function withoutPackage(bundle: JsonObject): JsonObject {
  const { 'x-client': _, ...info } = Object(bundle.info)
  return { ...bundle, info }
}

function bodies(operation: Operation): readonly { readonly name: string; readonly value: unknown }[] {
  return jsonBody(operation)?.examples ?? []
}

/** Behind the parameters of the path, which are the first arguments of a method. */
function bodyIndex({ parameters }: Operation): number {
  return parameters.filter(({ in: place }) => place === 'path').length
}

/** Every property that an answer of the operation is documented to have, as code behind the answer. */
function reads({ model }: ReadRevision, { responses }: Operation): string[] {
  const success = responses.filter(({ status }) => /^2/.test(status)).flatMap(({ content }) => content)
  const schemas = success.filter(({ isJson }) => isJson).map(({ schema }) => schema)
  return schemas.flatMap((schema) =>
    describedPlaces(model, isObject(schema) ? schema : {}, 'writeOnly').map((tokens) =>
      tokens.map((token) => (token === '0' ? '?.[0]' : `?.[${JSON.stringify(token)}]`)).join(''),
    ),
  )
}
