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

/** A document with these paths. */
function written(paths: object): string {
  const file = join(temporaryFolder(), 'openapi.json')
  writeFileSync(file, JSON.stringify({ openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths }))
  return file
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

  test('names the media types of successes, and of errors those that no success has', async () => {
    const [json, problem] = ['application/json', 'application/problem+json']
    const answers = (...mediaTypes: string[]) => ({
      description: 'An answer',
      content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, {}])),
    })
    const operation = (operationId: string, responses: object) => ({ operationId, responses })
    const spec = written({
      '/plain': { get: operation('getPlain', { 200: answers(json), 404: answers(json), default: answers(json) }) },
      '/problems': { get: operation('getProblems', { 200: answers(json), 404: answers(json), 500: answers(problem) }) },
      '/failing': { get: operation('getFailing', { 400: answers(json), 404: answers(json, problem) }) },
      '/default': { get: operation('getDefault', { default: answers(json), 400: answers(json) }) },
      '/nothing': { delete: operation('deleteNothing', { 204: { description: 'Done' }, 400: answers(problem) }) },
      '/head': { head: operation('headText', { 200: answers('text/plain') }) },
    })
    expect(collected(await descriptors(spec), ({ responses }) => responses)).toEqual({
      getPlain: { 200: [json] },
      getProblems: { 200: [json], 500: [problem] },
      getFailing: { 400: [json], 404: [json, problem] },
      getDefault: { default: [json] },
      deleteNothing: { 204: [], 400: [problem] },
      headText: { 200: ['text/plain'] },
    })
  })

  test('leaves out of a parameter what OpenAPI has as a default', async () => {
    const schema = { type: 'string' }
    const parameters = [
      { name: 'id', in: 'path', required: true, schema },
      { name: 'list', in: 'query', explode: false, schema },
      { name: 'piped', in: 'query', style: 'pipeDelimited', explode: true, schema },
      { name: 'form', in: 'query', required: false, style: 'form', explode: true, schema },
      { name: 'X-Head', in: 'header', explode: true, schema },
      { name: 'crumb', in: 'cookie', schema },
    ]
    const responses = { 204: { description: 'Done' } }
    const spec = written({ '/pets/{id}': { get: { operationId: 'getPet', parameters, responses } } })
    expect((await descriptors(spec)).getPet?.parameters).toEqual([
      { name: 'id', in: 'path', required: true, type: 'string' },
      { name: 'list', in: 'query', explode: false },
      { name: 'piped', in: 'query', style: 'pipeDelimited', explode: true },
      { name: 'form', in: 'query' },
      { name: 'X-Head', in: 'header', explode: true },
      { name: 'crumb', in: 'cookie' },
    ])
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
