import type { Measure } from '../../src/contract/check.ts'
import { type Resource, resourcesOf } from '../../src/contract/resource/resource.ts'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import type { JsonObject } from '../../src/document/json.ts'
import type { Model, Operation } from '../../src/document/model.ts'
import { readModel } from '../../src/document/read-model.ts'

const pet = { $ref: '#/components/schemas/Pet' }

export function answer(schema: JsonObject): JsonObject {
  return { description: '', content: { 'application/json': { schema } } }
}

const create = { operationId: 'createPet', requestBody: answer(pet), responses: { '201': answer(pet) } }
const parameters = [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }]

/** The paths of a plain service: no envelope, a bare list, a PUT, answers without a body. */
export const petPaths = {
  '/pets': {
    post: create,
    get: { operationId: 'listPets', responses: { '200': answer({ type: 'array', items: pet }) } },
  },
  '/pets/{petId}': {
    parameters,
    get: { operationId: 'getPet', responses: { '200': answer(pet) } },
    put: { operationId: 'replacePet', requestBody: answer(pet), responses: { '204': { description: '' } } },
    delete: { operationId: 'deletePet', responses: { '204': { description: '' } } },
  },
}

const properties = {
  petId: { type: 'string', format: 'uuid' },
  name: { type: 'string' },
  born: { type: 'string', format: 'date-time' },
  homepage: { type: 'string', format: 'uri' },
  labels: { type: 'object', additionalProperties: { type: 'string' } },
  toys: {
    type: 'array',
    items: { type: 'object', properties: { kind: { type: 'string' }, size: { type: 'integer' } } },
  },
  chip: { type: 'object', properties: { code: { type: 'string', writeOnly: true } } },
  createdAt: { type: 'string', format: 'date-time', readOnly: true },
  lastModified: { type: 'string', format: 'date-time', readOnly: true },
}

export function petModel(paths: JsonObject = petPaths): Model {
  return readModel({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths,
    components: { schemas: { Pet: { type: 'object', properties } } },
  })
}

const model = petModel()
export const petMeasure: Measure = { model, rules: schemaRules(model), secrets: [] }
export const pets = resourceIn(model)

export function resourceIn(from: Model): Resource {
  const [resource] = resourcesOf(from)
  if (!resource) throw new Error('The document has no resource')
  return resource
}

export function petOperation(operationId: string): Operation {
  const operation = model.operations.find((one) => one.operationId === operationId)
  if (!operation) throw new Error(`The document has no ${operationId}`)
  return operation
}
