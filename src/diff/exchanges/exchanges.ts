import { join } from 'node:path'
import { startPrism } from '../../contract/prism.ts'
import { jsonBody, parameterKey } from '../../contract/request.ts'
import { contextOf } from '../../contract/strategy.ts'
import type { Operation } from '../../document/model.ts'
import type { ReadRevision } from '../compared.ts'
import type { GeneratedFiles } from '../uses/broken-uses.ts'
import { type CallOperation, generatedClient } from './generated-client.ts'

type Which = 'base' | 'revision'

/** What became of the calls of one client to one mock. */
export interface Exchange {
  readonly client: Which
  readonly mock: Which
  readonly calls: number
  readonly failed: readonly FailedCall[]
}

export interface FailedCall {
  readonly operationId: string
  readonly body: unknown
  readonly message: string
}

/** A revision, and what is generated from it. */
export interface Released {
  readonly revision: ReadRevision
  readonly files: GeneratedFiles
  /** Bodies that are valid in this revision and in no other, by operation: they are sent beside ordinary ones. */
  readonly witnesses: ReadonlyMap<string, readonly unknown[]>
}

/**
 * Calls the mock of each revision with the client of each: the old client meets the new service, and the new client
 * the old one. Where a client meets its own mock, that shows that the calls are good.
 *
 * @param folder of our own, for the clients
 * @throws {CannotRunError} when Prism does not start
 */
export async function exchanges(released: Readonly<Record<Which, Released>>, folder: string): Promise<Exchange[]> {
  const whiches = ['base', 'revision'] as const
  const mocks = await Promise.all(whiches.map((which) => startPrism(released[which].revision.bundle)))
  try {
    const results: Exchange[] = []
    for (const client of whiches)
      for (const [index, mock] of whiches.entries()) {
        const { revision, files, witnesses } = released[client]
        const place = join(folder, `${client}-client-${mock}-mock`)
        const call = await generatedClient(files, revision.model, place, mocks[index]?.baseUrl ?? '')
        results.push({ client, mock, ...(await called(revision, call, witnesses)) })
      }
    return results
  } finally {
    await Promise.all(mocks.map((mock) => mock.stop()))
  }
}

const mostBodies = 12

async function called(
  { model, rules }: ReadRevision,
  call: CallOperation,
  witnesses: Released['witnesses'],
): Promise<Pick<Exchange, 'calls' | 'failed'>> {
  const context = contextOf(model, rules)
  const failed: FailedCall[] = []
  let calls = 0
  for (const operation of model.operations) {
    const valid = context.requests(operation)
    if (!valid) continue
    const ordinary = valid.bodies.length > 0 ? valid.bodies.slice(0, mostBodies) : [undefined]
    const schema = jsonBody(operation)?.schema ?? true
    const shown = witnesses.get(operation.operationId) ?? []
    // Several operations share a change, and a body of the one may be none of the other.
    const bodies = [...ordinary, ...shown.filter((body) => rules.violations(schema, body).length === 0)]
    for (const body of bodies) {
      calls++
      const failure = await call(operation.operationId, argumentsFor(operation, valid.values, body)).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      )
      if (failure !== undefined) failed.push({ operationId: operation.operationId, body, message: failure })
    }
  }
  return { calls, failed }
}

/** As a generated method takes them: the parameters of the path, the body, all else. */
function argumentsFor(operation: Operation, values: ReadonlyMap<string, unknown>, body: unknown): unknown[] {
  const order = ({ name }: { readonly name: string }) => operation.path.indexOf(`{${name}}`)
  const path = operation.parameters.filter(({ in: place }) => place === 'path').sort((a, b) => order(a) - order(b))
  const places = (['query', 'header', 'cookie'] as const).flatMap((place) => {
    const own = operation.parameters.filter((one) => one.in === place && values.has(parameterKey(one)))
    return own.length === 0
      ? []
      : [[place, Object.fromEntries(own.map((one) => [one.name, values.get(parameterKey(one))]))]]
  })
  return [
    ...path.map((one) => values.get(parameterKey(one))),
    ...(operation.requestBody ? [body] : []),
    Object.fromEntries(places),
  ]
}
