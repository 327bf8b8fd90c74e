import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { ApiDescriptor, OperationDescriptor } from '../../src/client/descriptor.ts'
import { generate } from '../../src/generate/pipeline.ts'
import { root, temporaryFolder } from '../workspace.ts'

/** The generated descriptors of a document, as the runtime gets them. */
async function descriptors(spec: string): Promise<ApiDescriptor['operations']> {
  return (await apiDescriptor(spec)).operations
}

async function apiDescriptor(spec: string): Promise<ApiDescriptor> {
  const out = join(temporaryFolder(), 'out')
  const { files } = await generate({ spec, out })
  mkdirSync(out)
  writeFileSync(join(out, 'operations.ts'), files.get('operations.ts') ?? '')
  const { api } = await import(pathToFileURL(join(out, 'operations.ts')).href)
  return api
}

function collected<T>(operations: ApiDescriptor['operations'], pick: (operation: OperationDescriptor) => T): object {
  const picked = Object.entries(operations).map(([name, operation]) => [name, pick(operation)] as const)
  return Object.fromEntries(picked.filter(([, value]) => value !== undefined))
}

const fixture = join(root, 'test/fixtures/documents/literal-siblings/openapi.yaml')

describe('the descriptor of an operation', () => {
  test('names the kinds of JSON that a success may be, where the document leaves some out', async () => {
    expect(collected(await descriptors(fixture), ({ results }) => results)).toEqual({
      listAll: { 200: ['array'] },
      listCafe: { 200: ['array'] },
      listMine: { 200: ['array'] },
      getPet: { default: ['null', 'object'] },
      putPet: { 200: ['null', 'object'], '2XX': ['null', 'number', 'string'] },
    })
  })

  test('names the members of the body that are secrets, at any depth and in every media type', async () => {
    expect((await apiDescriptor(fixture)).secrets).toEqual(['keys', 'pin', 'token'])
  })

  test('says which path parameters can be strings only', async () => {
    const texts = (operation: OperationDescriptor) =>
      operation.parameters.length === 0
        ? undefined
        : operation.parameters.filter(({ type }) => type === 'string').map(({ name }) => name)
    expect(collected(await descriptors(fixture), texts)).toEqual({
      headFile: ['name'],
      getLabel: ['label'],
      getPet: ['id'],
      putPet: ['id'],
      getToy: ['id'],
      repairToy: ['name'],
    })
  })

  test('names the values of a path parameter that would lead to another path', async () => {
    const reserved = ({ parameters }: OperationDescriptor) => {
      const own = parameters.flatMap(({ name, reserved }) => (reserved ? [[name, reserved] as const] : []))
      return own.length > 0 ? Object.fromEntries(own) : undefined
    }
    expect(collected(await descriptors(fixture), reserved)).toEqual({
      getPet: { id: ['café', 'mine'] },
      putPet: { id: ['café', 'mine'] },
    })
  })

  test('has all of that in our document', async () => {
    const { operations, secrets } = await apiDescriptor(join(root, 'spec/openapi.yaml'))
    expect(secrets).toEqual(['apiKey'])
    expect(operations.updateGateway).toMatchObject({
      parameters: [{ name: 'id', type: 'string', reserved: ['parameters'] }],
      results: { 200: ['object'] },
    })
    expect(operations.listGateways?.parameters[0]).not.toHaveProperty('type')
    expect(operations.getGateway).not.toHaveProperty('requestBody')
  })
})
